import { connect, createServer, type Socket } from 'node:net';

export interface Gate {
  port: number;
  /** From now on connections lead there; those that are open are cut. Null: to nobody. */
  leadTo(port: number | null): void;
  close(): Promise<void>;
}

/** One address behind which the server can change, as the network between a shop and the vendor does. */
export async function openGate(host = '127.0.0.1'): Promise<Gate> {
  const sockets = new Set<Socket>();
  let target: number | null = null;
  const keep = (socket: Socket) => {
    sockets.add(socket);
    // The other end may be gone first.
    socket.on('error', () => undefined);
    socket.on('close', () => sockets.delete(socket));
  };
  const server = createServer((client) => {
    keep(client);
    if (target === null) {
      client.resetAndDestroy();
      return;
    }
    const behind = connect(target, '127.0.0.1');
    keep(behind);
    client.pipe(behind).pipe(client);
    // What is cut on one side is cut on the other, and in the same way.
    behind.on('error', () => client.resetAndDestroy());
    behind.on('close', () => client.destroy());
    client.on('close', () => behind.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, host, resolve));
  const cut = () => sockets.forEach((socket) => socket.destroy());
  const address = server.address();
  return {
    port: address !== null && typeof address === 'object' ? address.port : 0,
    leadTo(port) {
      target = port;
      cut();
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        cut();
      }),
  };
}
