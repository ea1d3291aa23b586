import { Variant } from '@particle/dbus-next';
import { connectBus } from './bus-connection.ts';
import { watcherName, watcherPath } from './tray-item.ts';

export interface TrayHost {
  /** Does nothing the second time. */
  stop(): Promise<void>;
}

/**
 * Plays the desktop's tray: owns the StatusNotifierWatcher and is its only host. Programs register their
 * icons here; `tray-item.ts` reads them as any host would. Starting it late, or again, is what a panel that
 * starts late or crashes looks like.
 */
export async function startTrayHost(address: string): Promise<TrayHost> {
  const bus = await connectBus(address);
  const items = new Set<string>();

  const announce = (member: string, item: string) => bus.emit(watcherPath, watcherName, member, 's', [item]);
  await bus.onSignal(`interface='org.freedesktop.DBus',member='NameOwnerChanged'`, ({ body }) => {
    const [name, , owner] = body;
    if (owner !== '') return;
    for (const item of items) {
      if (item !== name && !item.startsWith(`${String(name)}/`)) continue;
      items.delete(item);
      announce('StatusNotifierItemUnregistered', item);
    }
  });

  const values = () => ({
    RegisteredStatusNotifierItems: new Variant('as', [...items]),
    IsStatusNotifierHostRegistered: new Variant('b', true),
    ProtocolVersion: new Variant('i', 0),
  });

  bus.answer(({ interface: face, member, body, sender }) => {
    const [first, second] = body.map(String);
    if (face === watcherName && member === 'RegisterStatusNotifierItem' && first !== undefined) {
      // Some programs give their bus name, some the path of the object, for the name is in the message anyway.
      const item = first.startsWith('/') ? `${sender}${first}` : first;
      items.add(item);
      announce('StatusNotifierItemRegistered', item);
      return { signature: '', body: [] };
    }
    if (face === watcherName && member === 'RegisterStatusNotifierHost') return { signature: '', body: [] };
    if (face === 'org.freedesktop.DBus.Properties' && first === watcherName) {
      if (member === 'GetAll') return { signature: 'a{sv}', body: [values()] };
      const value = Object.entries(values()).find(([key]) => key === second)?.[1];
      if (member === 'Get' && value) return { signature: 'v', body: [value] };
    }
    return null;
  });

  await bus.own(watcherName);
  let stopped = false;
  return {
    async stop() {
      if (stopped) return;
      stopped = true;
      await bus.disown(watcherName);
      bus.close();
    },
  };
}
