import { within, type Clock } from '../monitor/clock.ts';
import { isLoopback } from '../monitor/loopback.ts';
import { isLeftOut, readProxyList, type Hop } from './proxy-list.ts';
import { createTransport, type Sent, type Transport, type TransportOptions } from './transport.ts';
import type { Credentials } from './tunnel.ts';

/** How hosts are reached from this PC. */
export interface Network {
  proxy: { mode: 'system' } | { mode: 'direct' } | { mode: 'manual'; host: string; port: number };
  /** Hosts that a manual proxy is not asked for. */
  noProxy: readonly string[];
  /** For whichever proxy is used. */
  credentials: Credentials | null;
  /** Certificates in PEM that are trusted beside the bundled ones; asked for with the first connection. */
  ca: () => readonly string[];
}

export interface NetworkDeps {
  /** The same object for as long as it says the same. */
  network(): Network;
  /** What the system says for a URL, as PAC files say it; Electron's `session.resolveProxy`. May reject. */
  resolveProxy(url: string): Promise<string>;
  clock: Clock;
  deadlines?: TransportOptions['deadlines'];
}

export interface NetworkTransport extends Transport {
  /** The ways to a host, the one to try first in front. Never rejects. */
  hopsTo(url: URL): Promise<readonly Hop[]>;
}

/**
 * The system's word on a host is asked for again after so many ms, while the last one goes on: a PAC file may cost a
 * lookup for each question, and a round may be a thousand questions.
 */
const wordCountsMs = 20_000;
/** A search for a PAC file in a network that has none can take long; until its end hosts are reached directly. In ms. */
const patienceMs = 4_000;
/** A proxy that could not be reached is not tried first for so long, in ms; browsers do the same. */
const brokenForMs = 5 * 60_000;

/**
 * Sends each request the way that the settings or the system name for its host, and follows when that changes. Where
 * no proxy is used this adds nothing: connections, their pools and TLS sessions are those of one plain transport.
 */
export function createNetworkTransport(deps: NetworkDeps): NetworkTransport {
  const { clock } = deps;
  const words = new Map<string, { hops: readonly Hop[]; at: number }>();
  const asking = new Map<string, Promise<void>>();
  const broken = new Map<string, number>();
  const lines = new Map<string, Transport>();
  let network: Network | null = null;

  /** What is kept belongs to the settings that it was made with. */
  function current(): Network {
    const next = deps.network();
    if (next !== network) {
      network = next;
      words.clear();
      broken.clear();
      // What is in flight ends by itself.
      for (const line of lines.values()) void line.close();
      lines.clear();
    }
    return next;
  }

  function lineOf(hop: Exclude<Hop, { via: 'unsupported' }>): Transport {
    const { ca, credentials } = current();
    const key = hop.via === 'proxy' ? hop.origin : '';
    const line =
      lines.get(key) ??
      createTransport({
        ca: ca(),
        ...(hop.via === 'proxy' ? { proxy: { origin: hop.origin, credentials } } : {}),
        ...(deps.deadlines ? { deadlines: deps.deadlines } : {}),
      });
    lines.set(key, line);
    return line;
  }

  function ask(origin: string): Promise<void> {
    const asked = network;
    const question = deps
      .resolveProxy(`${origin}/`)
      .then(readProxyList, (): Hop[] => [{ via: 'direct' }])
      .then((hops) => {
        asking.delete(origin);
        if (asked === network) words.set(origin, { hops, at: clock.elapsed() });
      });
    asking.set(origin, question);
    return question;
  }

  async function systemHops({ origin }: URL): Promise<readonly Hop[]> {
    const known = words.get(origin);
    const running = asking.get(origin);
    if (known) {
      if (!running && clock.elapsed() - known.at >= wordCountsMs) void ask(origin);
      return known.hops;
    }
    await within(patienceMs, running ?? ask(origin), clock);
    return words.get(origin)?.hops ?? [{ via: 'direct' }];
  }

  async function hopsTo(url: URL): Promise<readonly Hop[]> {
    const { proxy, noProxy } = current();
    const isDirect =
      proxy.mode === 'direct' ||
      // Nobody else's, whatever is set: the demo store, or a simulator.
      isLoopback(url.hostname) ||
      (proxy.mode === 'manual' && isLeftOut(url.hostname, noProxy));
    if (isDirect) return [{ via: 'direct' }];
    if (proxy.mode === 'manual') return [{ via: 'proxy', origin: `http://${proxy.host}:${proxy.port}` }];
    const hops = await systemHops(url);
    if (broken.size === 0) return hops;
    return hops.toSorted((one, other) => Number(isBroken(one)) - Number(isBroken(other)));
  }

  function isBroken(hop: Hop): boolean {
    const since = hop.via === 'proxy' ? broken.get(hop.origin) : undefined;
    return since !== undefined && clock.elapsed() - since < brokenForMs;
  }

  return {
    hopsTo,
    async send(request, signal) {
      const hops = await hopsTo(request.url);
      let sent: Sent | null = null;
      for (const hop of hops) {
        sent =
          hop.via === 'unsupported' ? unsupported(hop, request.url) : await lineOf(hop).send(request, signal);
        const passesOn = !sent.ok && sent.failure.kind === 'proxy' && tryNext.includes(sent.failure.reason);
        if (!passesOn || signal?.aborted) return sent;
        if (hop.via === 'proxy') broken.set(hop.origin, clock.elapsed());
      }
      return sent ?? unsupported({ via: 'unsupported', name: '' }, request.url);
    },
    async close() {
      await Promise.all([...lines.values()].map((line) => line.close()));
    },
  };
}

/** With these the next way of the list may do better; a proxy that answers has the last word. */
const tryNext: string[] = ['unreachable', 'unsupported'];

function unsupported({ name }: Extract<Hop, { via: 'unsupported' }>, url: URL): Sent {
  const failure = {
    kind: 'proxy',
    reason: 'unsupported',
    proxy: null,
    host: url.hostname,
    code: name,
  } as const;
  return { ok: false, failure };
}
