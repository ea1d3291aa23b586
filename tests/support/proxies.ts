import { createServer as createHttpServer, type Server as HttpServer } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';
import { Server as ProxyServer, type HttpServerOptions } from 'proxy-chain';
import { makeCertificates } from './certificates.ts';

export interface TestProxy {
  port: number;
  /** Hosts and ports that it was asked for, in order. */
  asked: string[];
  /** What each of them said of who asks, in order; empty: nothing. */
  passwords: string[];
  close(): Promise<void>;
}

export interface ProxyOptions {
  /** Whatever host it is asked for, it leads to this port on loopback. */
  to: number;
  /** What it wants to hear; without it, it takes everybody. */
  password?: { user: string; password: string };
  /** It is itself spoken to over TLS with these. */
  tls?: { key: string; cert: string };
  /** In place of the far end it shows a certificate of its own, and reads what passes. */
  inspect?: { key: string; cert: string };
}

/** A real forward proxy on loopback, which leads every name to this machine. */
export async function startProxy({ to, password, tls, inspect }: ProxyOptions): Promise<TestProxy> {
  const asked: string[] = [];
  const passwords: string[] = [];
  const farEnd = inspect ? await inspector(inspect, to) : relay(to);
  const options: HttpServerOptions = {
    host: '127.0.0.1',
    port: 0,
    prepareRequestFunction(request) {
      asked.push(`${request.hostname}:${request.port}`);
      passwords.push(request.password);
      const isKnown =
        !password || (request.username === password.user && request.password === password.password);
      return isKnown ? { customConnectServer: farEnd } : { requestAuthentication: true };
    },
  };
  const proxy = new ProxyServer(tls ? { ...options, serverType: 'https', httpsOptions: tls } : options);
  await proxy.listen();
  return {
    port: proxy.port,
    asked,
    passwords,
    async close() {
      await proxy.close(true);
    },
  };
}

/** Leads both ways between who has come and the port, until one of them is gone. */
function lead(near: Socket, port: number): void {
  const far = connect(port, '127.0.0.1');
  near.pipe(far).pipe(near);
  near.on('error', () => far.destroy()).on('close', () => far.destroy());
  far.on('error', () => near.destroy()).on('close', () => near.destroy());
}

/** Takes connections that it is handed, and leads what passes to the port as it is. */
function relay(port: number): HttpServer {
  const server = createHttpServer();
  return server.removeAllListeners('connection').on('connection', (near) => lead(near, port));
}

/** The same, but ends the safe connection and begins a new one behind it: as firewalls do that read along. */
async function inspector(shown: { key: string; cert: string }, port: number): Promise<HttpServer> {
  const reader = createTlsServer(shown, (near) => lead(near, port));
  reader.on('tlsClientError', () => undefined);
  await new Promise<void>((resolve) => reader.listen(0, '127.0.0.1', resolve).unref());
  return relay(portOf(reader.address()));
}

function portOf(address: AddressInfo | string | null): number {
  return address !== null && typeof address === 'object' ? address.port : 0;
}

/** For hosts of the vendor, by an authority of its own. */
export const vendorCertificates = (authority: string) => makeCertificates(authority, '*.adyen.com');
