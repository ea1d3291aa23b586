import { isIP, Socket } from 'node:net';
import { omit } from 'es-toolkit';
import { Pool, buildConnector } from 'undici';
import { codeOf, ProxyError } from './failures.ts';

export interface ProxyServer {
  /** `http://host:port`, or `https://host:port` for one that is itself spoken to over TLS. */
  origin: string;
  /** Null where none is set. */
  credentials: Credentials | null;
}

export interface Credentials {
  user: string;
  password: string;
}

/**
 * Connections through a proxy. undici's own ProxyAgent would do but for two things: it lets nobody see who signed a
 * certificate that it refuses, and of a proxy that refuses it keeps the status alone.
 * @param connectEnd makes TLS with the far end through the socket that it is given
 */
export function createTunnel(
  { origin, credentials }: ProxyServer,
  options: buildConnector.BuildOptions & { timeout: number },
  connectEnd: buildConnector.connector,
): { connect: buildConnector.connector; close(): Promise<void> } {
  const { host, hostname } = new URL(origin);
  const connectProxy = buildConnector(options);
  const pool = new Pool(origin, {
    // undici would hold the proxy's certificate against the far end's name, which is in the `host` header.
    connect: (target, callback) =>
      connectProxy(
        isIP(hostname) ? omit(target, ['servername']) : { ...target, servername: hostname },
        callback,
      ),
    // An answer that does not come is a connection that cannot be made.
    headersTimeout: options.timeout,
  });
  const headers = credentials === null ? {} : { 'proxy-authorization': basic(credentials) };

  const connect: buildConnector.connector = (target, callback) => {
    const path = `${target.hostname}:${target.port === '' ? '443' : target.port}`;
    pool.connect({ path, headers: { host: path, ...headers } }, (error, answer) => {
      if (error) {
        callback(new ProxyError('unreachable', host, codeOf(error)), null);
        return;
      }
      const { statusCode, socket } = answer;
      if (statusCode === 200 && socket instanceof Socket) {
        connectEnd({ ...target, httpSocket: socket }, callback);
        return;
      }
      // It may go on about why; nobody listens.
      socket.on('error', () => undefined).destroy();
      const offered = [answer.headers['proxy-authenticate'] ?? []].flat();
      callback(refusal(host, statusCode, offered, credentials !== null), null);
    });
  };
  return { connect, close: () => pool.close() };
}

/** @param offered the ways in which it would be told who asks, as its headers name them */
export function refusal(
  proxy: string,
  status: number,
  offered: readonly string[],
  hasPassword: boolean,
): ProxyError {
  if (status !== 407) return new ProxyError('refused', proxy, String(status));
  const schemes = offered.flatMap((header) => /^\s*([\w-]+)/.exec(header)?.[1] ?? []);
  const takesPassword = schemes.length === 0 || schemes.some((scheme) => /^basic$/i.test(scheme));
  if (!takesPassword) return new ProxyError('sign-in', proxy, `407 ${schemes.join(', ')}`.slice(0, 100));
  return new ProxyError(hasPassword ? 'password-refused' : 'password', proxy, '407');
}

/** RFC 7617, in UTF-8. */
export function basic({ user, password }: Credentials): string {
  return `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
}
