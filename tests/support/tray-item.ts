import { z } from 'zod';
import type { BusConnection } from './bus-connection.ts';
import { clickItem, findItem, outline, readMenu, type Label, type TrayMenuItem } from './tray-menu.ts';
import { createChanges, until } from './until.ts';

/** What a tray host can know of one icon. */
export interface TrayState {
  icon: IconImage;
  tooltip: string;
  menu: TrayMenuItem[];
}

/** Pixels as sent over the bus: ARGB, 8 bit each, row by row. */
export interface IconImage {
  width: number;
  height: number;
  argb: Buffer;
}

export interface TrayItem {
  /** The unique bus name of the program that shows it. */
  owner: string;
  state(): Promise<TrayState>;
  /** Waits for the state to be as wanted; wakes on the item's own signals. */
  waitFor(what: string, holds: (state: TrayState) => boolean, timeout?: number): Promise<TrayState>;
  /** Clicks the item that these labels lead to, waiting for it to be there and enabled. */
  click(...labels: Label[]): Promise<void>;
  /** The left click. */
  activate(): Promise<void>;
}

export const watcherName = 'org.kde.StatusNotifierWatcher';
export const watcherPath = '/StatusNotifierWatcher';
const itemFace = 'org.kde.StatusNotifierItem';

const pixmap = z.tuple([z.number(), z.number(), z.instanceof(Buffer)]);
const itemProperties = z.object({
  IconPixmap: z.array(pixmap),
  Menu: z.string(),
  ToolTip: z.tuple([z.string(), z.unknown(), z.string(), z.string()]),
});

/** Waits for the watcher on this bus, whoever plays it, to know one icon. */
export async function waitForTrayItem(bus: BusConnection, timeout?: number): Promise<TrayItem> {
  const [item] = await waitForTrayItems(bus, 1, timeout);
  if (!item) throw new Error('there is no tray icon');
  return item;
}

/** Waits for so many, in the order of their coming. */
export async function waitForTrayItems(
  bus: BusConnection,
  count: number,
  timeout?: number,
): Promise<TrayItem[]> {
  const changes = createChanges();
  await bus.onSignal(`interface='${watcherName}'`, changes.note);
  await bus.onSignal(`interface='org.freedesktop.DBus',member='NameOwnerChanged'`, changes.note);
  const registered = await until(changes, {
    read: () => registeredItems(bus),
    holds: (items) => items.length === count,
    what: `${count} tray icons to be registered`,
    timeout,
  });
  return Promise.all(registered.map((item) => openTrayItem(bus, item)));
}

/** @param registered as the watcher lists it: bus name, followed by the object's path where it is not the usual one */
async function openTrayItem(bus: BusConnection, registered: string): Promise<TrayItem> {
  const slash = registered.indexOf('/');
  const owner = slash < 0 ? registered : registered.slice(0, slash);
  const path = slash < 0 ? '/StatusNotifierItem' : registered.slice(slash);
  const changes = createChanges();
  await bus.onSignal(`sender='${owner}'`, changes.note);

  async function properties() {
    const [all] = await bus.call({
      destination: owner,
      path,
      interface: 'org.freedesktop.DBus.Properties',
      member: 'GetAll',
      signature: 's',
      body: [itemFace],
    });
    return itemProperties.parse(all);
  }

  async function state(): Promise<TrayState> {
    const { IconPixmap, Menu, ToolTip } = await properties();
    const [, , title, text] = ToolTip;
    return { icon: largest(IconPixmap), tooltip: text || title, menu: await readMenu(bus, owner, Menu) };
  }

  async function tryClick(labels: Label[]): Promise<boolean> {
    const { Menu } = await properties();
    const item = findItem(await readMenu(bus, owner, Menu), labels);
    return item?.enabled === true && clickItem(bus, owner, Menu, item.id);
  }

  return {
    owner,
    state,
    waitFor: (what, holds, timeout) =>
      until(changes, {
        read: state,
        holds,
        what,
        timeout,
        show: ({ tooltip, menu }) => [tooltip, ...outline(menu)],
      }),
    click: async (...labels) =>
      void (await until(changes, {
        read: () => tryClick(labels),
        holds: (clicked) => clicked,
        what: `the menu to offer ${labels.join(' > ')}`,
      })),
    activate: async () =>
      void (await bus.call({
        destination: owner,
        path,
        interface: itemFace,
        member: 'Activate',
        signature: 'ii',
        body: [0, 0],
      })),
  };
}

async function registeredItems(bus: BusConnection): Promise<string[]> {
  try {
    const [items] = await bus.call({
      destination: watcherName,
      path: watcherPath,
      interface: 'org.freedesktop.DBus.Properties',
      member: 'Get',
      signature: 'ss',
      body: [watcherName, 'RegisteredStatusNotifierItems'],
    });
    return z.array(z.string()).parse(items);
  } catch {
    // No watcher on the bus yet; its arrival is one of the changes that wake us.
    return [];
  }
}

function largest(pixmaps: z.infer<typeof pixmap>[]): IconImage {
  const [first] = pixmaps.toSorted((a, b) => b[0] - a[0]);
  return first
    ? { width: first[0], height: first[1], argb: first[2] }
    : { width: 0, height: 0, argb: Buffer.alloc(0) };
}
