import { z } from 'zod';
import { connectBus } from './bus-connection.ts';
import { createChanges, until } from './until.ts';

/** Waits until somebody owns each of these well-known names. */
export function untilOwned(address: string, names: string[]): Promise<void> {
  const holds = (owned: string[]) => names.every((name) => owned.includes(name));
  return untilNames(address, holds, `somebody to own ${names.join(' and ')}`);
}

export function untilUnowned(address: string, name: string): Promise<void> {
  return untilNames(address, (owned) => !owned.includes(name), `nobody to own ${name}`);
}

async function untilNames(address: string, holds: (owned: string[]) => boolean, what: string): Promise<void> {
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
      holds,
      what,
      timeout: 60_000,
    });
  } finally {
    bus.close();
  }
}
