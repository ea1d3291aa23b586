import {
  createSecureContext,
  rootCertificates,
  TLSSocket,
  type PeerCertificate,
  type SecureContext,
} from 'node:tls';
import { Agent, buildConnector } from 'undici';
import type { Failure } from '../monitor/failure.ts';
import { failureOfError, wasDropped, type RawResponse } from './failures.ts';
import type { ApiRequest } from './request.ts';
import { createTunnel, type ProxyServer } from './tunnel.ts';

export interface TransportOptions {
  /** Certificates in PEM that are trusted beside the bundled ones: a company's own authority. */
  ca: readonly string[];
  /** Where absent, hosts are reached directly. */
  proxy?: ProxyServer;
  deadlines?: Partial<Deadlines>;
  /** Bytes of one answer. */
  maxBytes?: number;
}

/** In ms. `total` holds whatever the others add up to. */
export interface Deadlines {
  connect: number;
  headers: number;
  body: number;
  total: number;
}

export type Sent = { ok: true; response: RawResponse } | { ok: false; failure: Failure };

export interface Transport {
  /** Never rejects, always settles within the deadlines; an abort ends it at once, as a timeout that nobody reads. */
  send(request: ApiRequest, signal?: AbortSignal): Promise<Sent>;
  /** Lets what is in flight end, then closes the kept connections. */
  close(): Promise<void>;
}

const usualDeadlines: Deadlines = { connect: 5000, headers: 8000, body: 8000, total: 12_000 };

/** Ten thousand POIIDs of thirty characters are 300 kB; more than this is no list of terminals. */
const usualMaxBytes = 1_000_000;

/** A whole account's stores may be asked at once; this PC should not look like a crowd to the vendor. */
const connectionsPerHost = 8;

/** How far an attempt has come, for what a deadline that passes is to be called. */
interface Progress {
  stage: 'headers' | 'body';
}

/**
 * How long an idle connection is kept, in ms. undici would drop it after 4 s and pay a TLS handshake for every
 * question. Two minutes and a bit serve every usual interval; beyond that routers forget it anyway, and a resumed
 * TLS session is cheaper.
 */
const keepAliveMs = 135_000;

/** HTTP/1.1 over kept connections, one pool a host. Redirects are not followed, so the key cannot travel. */
export function createTransport(options: TransportOptions): Transport {
  const deadlines = { ...usualDeadlines, ...options.deadlines };
  const issuers = new WeakMap<Error, string>();
  const timeout = deadlines.connect;
  const secureContext = trusting(options.ca);
  const direct = connectorThatNotesIssuers({ timeout, secureContext }, issuers);
  const tunnel = options.proxy && createTunnel(options.proxy, { timeout, secureContext }, direct);
  const agentOptions: Agent.Options = {
    connect: tunnel?.connect ?? direct,
    connections: connectionsPerHost,
    keepAliveTimeout: keepAliveMs,
    headersTimeout: deadlines.headers,
    bodyTimeout: deadlines.body,
    maxResponseSize: options.maxBytes ?? usualMaxBytes,
  };
  const agent = new Agent(agentOptions);

  async function attempt(via: Agent, request: ApiRequest, signal: AbortSignal, progress: Progress) {
    const { statusCode, headers, body } = await via.request({
      origin: request.url.origin,
      path: request.url.pathname + request.url.search,
      method: request.method,
      headers: request.headers,
      body: request.method === 'POST' ? request.body : null,
      signal,
    });
    progress.stage = 'body';
    return { host: request.url.hostname, status: statusCode, headers, body: await body.text() };
  }

  /**
   * A kept connection that the server has given up meanwhile is no failure of the vendor. The question only reads,
   * so it can be repeated, once; on a connection of its own, because others in the pool may be as old.
   */
  async function exchange(request: ApiRequest, signal: AbortSignal, progress: Progress) {
    try {
      return await attempt(agent, request, signal, progress);
    } catch (error) {
      if (signal.aborted || progress.stage === 'body' || !wasDropped(error)) throw error;
      const fresh = new Agent(agentOptions);
      try {
        return await attempt(fresh, request, signal, progress);
      } finally {
        void fresh.close();
      }
    }
  }

  return {
    async send(request, signal) {
      const began = performance.now();
      const limit = startLimit(deadlines.total, signal);
      const progress: Progress = { stage: 'headers' };
      try {
        const response = await Promise.race([exchange(request, limit.signal, progress), limit.ended]);
        return { ok: true, response };
      } catch (error) {
        const seconds = Math.max(1, Math.round((performance.now() - began) / 1000));
        const host = request.url.hostname;
        const { stage } = progress;
        if (limit.signal.aborted) return { ok: false, failure: { kind: 'timeout', host, stage, seconds } };
        const issuer = error instanceof Error ? (issuers.get(error) ?? null) : null;
        return { ok: false, failure: failureOfError(error, { host, stage, seconds, issuer }) };
      } finally {
        limit.clear();
      }
    },
    async close() {
      await agent.close();
      await tunnel?.close();
    },
  };
}

/**
 * Ends a request after `ms` or with the caller's signal. `ended` rejects then: undici itself would notice only once
 * the connection is made or has failed.
 */
function startLimit(ms: number, caller: AbortSignal | undefined) {
  const controller = new AbortController();
  const abort = () => controller.abort();
  const timer = setTimeout(abort, ms);
  caller?.addEventListener('abort', abort, { once: true });
  const ended = new Promise<never>((_resolve, reject) => {
    controller.signal.addEventListener('abort', () => reject(new Error('ended')), { once: true });
  });
  if (caller?.aborted) abort();
  return {
    signal: controller.signal,
    ended,
    clear() {
      clearTimeout(timer);
      caller?.removeEventListener('abort', abort);
    },
  };
}

/**
 * A refused certificate is worth little without who signed it: where a company inspects traffic, its name is the
 * whole explanation. It can only be read between handshake and verification, which is when `secure` is emitted;
 * the connection stays strictly verified.
 */
function connectorThatNotesIssuers(options: buildConnector.BuildOptions, issuers: WeakMap<Error, string>) {
  const connect = buildConnector(options);
  const noting: buildConnector.connector = (options, callback) => {
    let issuer = '';
    const socket: unknown = connect(options, (...outcome) => {
      const [error] = outcome;
      if (error !== null && issuer !== '') issuers.set(error, issuer);
      callback(...outcome);
    });
    if (socket instanceof TLSSocket)
      socket.prependOnceListener('secure', () => {
        issuer = issuerOf(socket);
      });
  };
  return noting;
}

/** TLS 1.2 at least, with the bundled authorities and these, in PEM. */
export function trusting(ca: readonly string[]): SecureContext {
  return createSecureContext({
    minVersion: 'TLSv1.2',
    ...(ca.length > 0 ? { ca: [...new Set([...rootCertificates, ...ca])] } : {}),
  });
}

/** Who signed the certificate that the other end shows; empty where it shows none. */
export function issuerOf(socket: TLSSocket): string {
  // Empty where the server showed none, whatever its type says.
  const certificate: Partial<PeerCertificate> = socket.getPeerCertificate();
  return (
    [certificate.issuer?.CN, certificate.issuer?.O]
      .filter((name) => name !== undefined)
      .join(', ')
      // Whoever signs it may write into it whatever they like.
      .replace(/[\s\p{Cc}\p{Cf}]+/gu, ' ')
      .slice(0, 100)
  );
}
