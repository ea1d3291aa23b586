import { lookup } from 'node:dns/promises';
import { once } from 'node:events';
import { connect, isIP, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import { portOf } from './check-targets.ts';
import type { Network } from './network.ts';
import type { Facts } from './network-check.ts';
import { issuerOf, trusting } from './transport.ts';
import { createTunnel } from './tunnel.ts';

/** The steps of a connection, each by itself. They reject as Node does, and with ETIMEDOUT when time is up. */
export interface Probes {
  /** How long each of them waits. */
  seconds: number;
  /** Addresses. */
  lookup(hostname: string): Promise<string[]>;
  connect(hostname: string, port: number): Promise<void>;
  /** Rejects with a `ProxyError`. */
  tunnel(proxyOrigin: string, url: URL): Promise<Socket>;
  /** Through the socket, which ends with it, or else through one of its own. Never rejects. */
  handshake(url: URL, through: Socket | null): Promise<Handshake>;
}

export type Handshake = { ok: true; facts: Facts } | { ok: false; error: unknown; issuer: string | null };

const usualSeconds = 5;

export function createProbes(network: () => Network, seconds = usualSeconds): Probes {
  const timeout = seconds * 1000;

  return {
    seconds,
    async lookup(hostname) {
      const found = await inTime(lookup(bare(hostname), { all: true }), timeout);
      return found.map(({ address }) => address);
    },
    async connect(hostname, port) {
      const socket = connect({ host: bare(hostname), port });
      try {
        await inTime(once(socket, 'connect'), timeout);
      } finally {
        socket.destroy();
      }
    },
    async tunnel(proxyOrigin, url) {
      const { ca, credentials } = network();
      const options = { timeout, secureContext: trusting(ca()) };
      // The far end is greeted by itself, as a step of its own.
      const tunnel = createTunnel(
        { origin: proxyOrigin, credentials },
        options,
        ({ httpSocket }, callback) => {
          if (httpSocket) callback(null, httpSocket);
        },
      );
      const { hostname, host, protocol } = url;
      const target = { hostname, host, protocol, port: String(portOf(url)) };
      try {
        return await new Promise<Socket>((resolve, reject) => {
          tunnel.connect(target, (...[error, socket]) => (error ? reject(error) : resolve(socket)));
        });
      } finally {
        void tunnel.close();
      }
    },
    async handshake(url, through) {
      const host = bare(url.hostname);
      const socket = connectTls({
        host,
        port: portOf(url),
        ALPNProtocols: ['http/1.1'],
        secureContext: trusting(network().ca()),
        ...(isIP(host) ? {} : { servername: host }),
        ...(through ? { socket: through } : {}),
      });
      let issuer = '';
      socket.prependOnceListener('secure', () => {
        issuer = issuerOf(socket);
      });
      try {
        await inTime(once(socket, 'secureConnect'), timeout);
        const protocol = socket.getProtocol() ?? '';
        const until = Date.parse(socket.getPeerCertificate().valid_to);
        return { ok: true, facts: { protocol, issuer, until } };
      } catch (error) {
        return { ok: false, error, issuer: issuer === '' ? null : issuer };
      } finally {
        socket.destroy();
        through?.destroy();
      }
    },
  };
}

/** URLs have IPv6 addresses in brackets, sockets do not. */
function bare(hostname: string): string {
  return hostname.replace(/^\[|\]$/g, '');
}

function inTime<T>(work: Promise<T>, ms: number): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(Object.assign(new Error('too late'), { code: 'ETIMEDOUT' })), ms);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
