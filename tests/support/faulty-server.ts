import { createServer, type Socket } from 'node:net';

export interface FaultyServer {
  port: number;
  /** How many connections were made so far. */
  connections(): number;
  /** Everything the clients wrote so far. */
  received(): string;
  /** Settles once a client has written something. */
  firstBytes: Promise<void>;
  close(): Promise<void>;
}

/**
 * A server below HTTP, for what a well-behaved one cannot be made to do.
 * @param onRequest called with the number of the connection and of the request on it, both from 1
 */
export async function startFaultyServer(
  onRequest: (socket: Socket, connection: number, request: number) => void,
): Promise<FaultyServer> {
  const sockets = new Set<Socket>();
  let connections = 0;
  let received = '';
  let noteFirstBytes = () => {};
  const firstBytes = new Promise<void>((resolve) => {
    noteFirstBytes = resolve;
  });
  const server = createServer((socket) => {
    const connection = ++connections;
    let request = 0;
    let pending = '';
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    // The other end may be gone first.
    socket.on('error', () => undefined);
    socket.setEncoding('latin1').on('data', (text: string) => {
      received += text;
      pending += text;
      noteFirstBytes();
      if (!isWhole(pending)) return;
      pending = '';
      onRequest(socket, connection, ++request);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return {
    port: address !== null && typeof address === 'object' ? address.port : 0,
    connections: () => connections,
    received: () => received,
    firstBytes,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

/** Headers and body may come in separate pieces. */
function isWhole(text: string): boolean {
  const bodyAt = text.indexOf('\r\n\r\n') + 4;
  const length = /^content-length: (\d+)/im.exec(text)?.[1] ?? 0;
  return bodyAt > 3 && text.length - bodyAt >= Number(length);
}

/** A whole answer of the vendor, with the promise to keep the connection. */
export function httpAnswer(body: string, status = '200 OK'): string {
  return `HTTP/1.1 ${status}\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\nkeep-alive: timeout=60\r\n\r\n${body}`;
}
