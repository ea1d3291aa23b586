import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { text } from 'node:stream/consumers';
import { control, controlPath } from './control.ts';
import { addressOf, answerAt, type Address } from './dispatch.ts';
import { commit, type Fault } from './faults.ts';
import { createGate, type RateLimit } from './rate-limit.ts';
import { createRequestLog, type RequestLog } from './request-log.ts';
import type { World } from './world.ts';

/** A simulated vendor that listens on loopback. */
export interface Simulator {
  /** Base URL, to be given as an account's endpoint. */
  url: string;
  world: World;
  /** For every request from now on, or for the next `count`. */
  fault(fault: Fault, count?: number): void;
  heal(): void;
  /** For the Management API, which is the one that documents a limit; null takes it off. */
  limit(limit: RateLimit | null): void;
  requests: RequestLog['all'];
  nextRequest: RequestLog['next'];
  onRequest: RequestLog['onRequest'];
  /** Cuts what is open; requests that were left hanging end here. */
  close(): Promise<void>;
}

export interface SimulatorOptions {
  world: World;
  /** PEM; without it plain HTTP is spoken. */
  tls?: { key: string; cert: string };
  /** 0, the default, takes a free one. */
  port?: number;
  /** Epoch ms, for the request log and limits. */
  now?: () => number;
}

/** Node would close after 5 s and say so in a header, and no client could keep a connection between two rounds. */
const keepAliveMs = 75_000;

/**
 * Plays over real HTTP, all on one port: `/connectedTerminals` of the terminal-api hosts, the Cloud Device API under
 * `/v1` and the Management API under `/v3`. Rejects where the port is taken.
 */
export async function createSimulator(options: SimulatorOptions): Promise<Simulator> {
  const { world, tls, now = Date.now } = options;
  const log = createRequestLog();
  let current: { fault: Fault; left: number } | null = null;
  let passes: (now: number) => boolean = () => true;
  let served = 0;

  const listener: RequestListener = (request, response) => {
    // A client that goes away while it sends is no error of ours.
    text(request).then(
      (body) => answer(request, response, parse(body)),
      () => response.destroy(),
    );
  };
  const server = tls ? createTlsServer(tls, listener) : createServer(listener);
  server.keepAliveTimeout = keepAliveMs;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  const address = server.address();
  const port = address !== null && typeof address === 'object' ? address.port : 0;

  const simulator: Simulator = {
    url: `${tls ? 'https' : 'http'}://127.0.0.1:${port}`,
    world,
    fault(fault, count = Infinity) {
      current = { fault, left: count };
    },
    heal() {
      current = null;
    },
    limit(limit) {
      passes = limit === null ? () => true : createGate(limit);
    },
    requests: log.all,
    nextRequest: log.next,
    onRequest: log.onRequest,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return simulator;

  function answer(request: IncomingMessage, response: ServerResponse, body: unknown) {
    const key = request.headers['x-api-key']?.toString();
    const { method = '', url: path = '' } = request;
    const address = addressOf(method, path);
    if (path.startsWith(controlPath)) {
      const known = world.accounts.some((account) => key !== undefined && account.keys.includes(key));
      const { status, body: reply } = known
        ? control(simulator, `${method} ${path.slice(controlPath.length)}`, body)
        : { status: 401, body: { problem: 'the header X-API-Key holds none of this simulator' } };
      sendJson(response, status, reply);
    } else if (address) {
      const fault = takeFault();
      const status = fault
        ? commit(fault, response, address.api)
        : answerAsVendor(response, address, key, body);
      log.add({ at: now(), method, path, body, status, fault: fault?.kind ?? null });
    } else {
      sendJson(response, 404, null);
    }
  }

  function answerAsVendor(
    response: ServerResponse,
    address: Address,
    key: string | undefined,
    body: unknown,
  ): number {
    served += 1;
    const requestId = `SIMULATED${String(served).padStart(7, '0')}`;
    const blocked = address.api === 'management' && !passes(now());
    const { status, body: reply } = answerAt(world, address, { key, body, requestId, blocked });
    sendJson(response, status, reply);
    return status;
  }

  function takeFault(): Fault | null {
    if (current === null) return null;
    const { fault } = current;
    current.left -= 1;
    if (current.left <= 0) current = null;
    return fault;
  }
}

function sendJson(response: ServerResponse, status: number, body: object | null) {
  if (body === null) response.writeHead(status).end();
  else response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return body;
  }
}
