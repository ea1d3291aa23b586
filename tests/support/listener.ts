import { createSocket } from 'node:dgram';
import { createServer } from 'node:net';

/** A host of somebody else: it counts who comes, whatever they want. */
export interface Listener {
  /** For any scheme, by TCP and by UDP. */
  port: number;
  /** How often somebody has come. */
  connections(): number;
  close(): Promise<void>;
}

export async function listen(): Promise<Listener> {
  let connections = 0;
  const server = createServer((socket) => {
    connections += 1;
    socket.on('error', () => undefined).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const datagrams = createSocket('udp4').on('message', () => (connections += 1));
  await new Promise<void>((resolve) => datagrams.bind(address.port, '127.0.0.1', resolve));
  return {
    port: address.port,
    connections: () => connections,
    close: async () => {
      await new Promise<void>((resolve) => datagrams.close(resolve));
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}
