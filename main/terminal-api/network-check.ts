import type { Socket } from 'node:net';
import type { Clock } from '../monitor/clock.ts';
import type { Failure } from '../monitor/failure.ts';
import { hostsToAllow, portOf, type AllowedHost, type CheckTarget } from './check-targets.ts';
import { codeOf, failureOfError, ProxyError } from './failures.ts';
import type { Probes } from './network-probes.ts';
import type { Hop } from './proxy-list.ts';

/** What a network does with the way to Adyen, step by step. Nothing in it is secret. */
export interface NetworkCheckReport {
  /** Epoch ms. */
  at: number;
  /** Every host that is asked; empty where no account is set up. */
  hosts: HostCheck[];
  allow: AllowedHost[];
}

export interface HostCheck {
  host: string;
  port: number;
  /** `host:port` of the proxy that leads there; null: none. */
  proxy: string | null;
  /** In this order, always all of them. */
  steps: Step[];
}

export const stepNames = ['dns', 'tcp', 'proxy', 'tls', 'api'] as const;
export type StepName = (typeof stepNames)[number];

/** `dns`: addresses; `tls`: protocol, issuer, and until when the certificate is valid (epoch ms). */
export interface Facts {
  addresses?: string;
  protocol?: string;
  issuer?: string;
  until?: number;
}

export type Step = { step: StepName } & (
  | { result: 'ok'; ms: number; facts: Facts }
  | { result: 'failed'; ms: number; failure: Failure }
  | { result: 'skipped'; why: SkipReason }
);

/** - `other`: another step failed; - `plain`: a host that is asked without TLS, which only this PC itself may be. */
export type SkipReason = 'other' | 'no-proxy' | 'plain' | 'no-key';

export interface NetworkCheckDeps {
  targets: readonly CheckTarget[];
  hopsTo(url: URL): Promise<readonly Hop[]>;
  /** One real question; null where it was answered. */
  ask(target: CheckTarget): Promise<Failure | null>;
  probes: Probes;
  clock: Pick<Clock, 'now' | 'elapsed'>;
}

/** Never rejects; takes about as long as the slowest host. */
export async function runNetworkCheck(deps: NetworkCheckDeps): Promise<NetworkCheckReport> {
  return {
    at: deps.clock.now(),
    hosts: await Promise.all(deps.targets.map((target) => checkHost(target, deps))),
    allow: hostsToAllow(deps.targets.map(({ account }) => account)),
  };
}

type Outcome = { facts: Facts } | { failure: Failure };

interface Attempt {
  step: StepName;
  /** Why it is not made at all. */
  skip: SkipReason | null;
  make: () => Promise<Outcome>;
}

async function checkHost(target: CheckTarget, deps: NetworkCheckDeps): Promise<HostCheck> {
  const { url } = target;
  const [hop = { via: 'direct' as const }] = await deps.hopsTo(url);
  const steps: Step[] = [];
  for (const attempt of attemptsFor(target, hop, deps)) {
    const isOver = steps.some(({ result }) => result === 'failed');
    steps.push(await take(isOver ? { ...attempt, skip: attempt.skip ?? 'other' } : attempt, deps.clock));
  }
  const proxy = hop.via === 'proxy' ? new URL(hop.origin).host : null;
  return { host: url.hostname, port: portOf(url), proxy, steps };
}

/** What there is to try on the way to a host, in the order in which a connection is made. */
function attemptsFor(target: CheckTarget, hop: Hop, { probes, ask }: NetworkCheckDeps): Attempt[] {
  const { url } = target;
  const host = url.hostname;
  const context = { host, stage: 'headers', seconds: probes.seconds } as const;
  // Names are looked up, and connections made, by this PC as far as the proxy, and by the proxy from there.
  const near = hop.via === 'proxy' ? new URL(hop.origin) : url;
  const failureOf = (error: unknown): Failure => {
    const isNear = hop.via === 'proxy' && !(error instanceof ProxyError);
    const met = isNear ? new ProxyError('unreachable', near.host, codeOf(error)) : error;
    return failureOfError(met, { ...context, issuer: null });
  };
  const attempt = async (work: Promise<Facts>): Promise<Outcome> =>
    work.then(
      (facts) => ({ facts }),
      (error: unknown) => ({ failure: failureOf(error) }),
    );
  let end: Socket | null = null;

  return [
    {
      step: 'dns',
      skip: hop.via === 'unsupported' ? 'other' : null,
      make: () => attempt(probes.lookup(near.hostname).then((found) => ({ addresses: found.join(', ') }))),
    },
    {
      step: 'tcp',
      skip: hop.via === 'unsupported' ? 'other' : null,
      make: () => attempt(probes.connect(near.hostname, portOf(near)).then(() => ({}))),
    },
    {
      step: 'proxy',
      skip: hop.via === 'direct' ? 'no-proxy' : null,
      async make() {
        if (hop.via === 'unsupported')
          return { failure: { kind: 'proxy', reason: 'unsupported', proxy: null, host, code: hop.name } };
        return attempt(
          probes.tunnel(near.origin, url).then((socket) => {
            end = socket;
            return {};
          }),
        );
      },
    },
    {
      step: 'tls',
      skip: url.protocol === 'https:' ? null : 'plain',
      async make() {
        const met = await probes.handshake(url, end);
        if (met.ok) return { facts: met.facts };
        return { failure: failureOfError(met.error, { ...context, issuer: met.issuer }) };
      },
    },
    {
      step: 'api',
      skip: null,
      async make() {
        const failure = await ask(target);
        return failure ? { failure } : { facts: {} };
      },
    },
  ];
}

async function take({ step, skip, make }: Attempt, clock: NetworkCheckDeps['clock']): Promise<Step> {
  if (skip !== null) return { step, result: 'skipped', why: skip };
  const began = clock.elapsed();
  const outcome = await make();
  const ms = Math.round(clock.elapsed() - began);
  if ('facts' in outcome) return { step, result: 'ok', ms, facts: outcome.facts };
  if (outcome.failure.kind === 'key-missing') return { step, result: 'skipped', why: 'no-key' };
  return { step, result: 'failed', ms, failure: outcome.failure };
}
