import { z } from 'zod';
import { connectBus } from './bus-connection.ts';
import { createChanges, until } from './until.ts';

/** Waits until somebody owns each of these well-known names. */
export async function untilOwned(address: string, names: string[]): Promise<void> {
  const bus = await connectBus(address);
  const daemon = { destination: 'org.freedesktop.DBus', path: '/org/freedesktop/DBus' };
  const changes = createChanges();
  try {
    await bus.onSignal(`interface='${daemon.destination}',member='NameOwnerChanged'`, changes.note);
    await until(changes, {
      read: async () => {
        const [owned] = await bus.call({ ...daemon, interface: daemon.destination, member: 'ListNames' });
        return z.array(z.string()).parse(owned);
      },
      holds: (owned) => names.every((name) => owned.includes(name)),
      what: `somebody to own ${names.join(' and ')}`,
      timeout: 60_000,
    });
  } finally {
    bus.close();
  }
}
