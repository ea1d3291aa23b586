import { DBusError, Variant } from '@particle/dbus-next';
import { z } from 'zod';
import type { BusConnection } from './bus-connection.ts';

export interface TrayMenuItem {
  /** Good until the menu is rebuilt: every rebuild numbers its items anew. */
  id: number;
  /** As people read it; empty for a separator. */
  label: string;
  separator: boolean;
  enabled: boolean;
  /** Null where it cannot be ticked. */
  checked: boolean | null;
  entries: TrayMenuItem[];
}

const face = 'com.canonical.dbusmenu';

const properties = z.object({
  type: z.string().default('standard'),
  label: z.string().default(''),
  enabled: z.boolean().default(true),
  visible: z.boolean().default(true),
  'toggle-type': z.string().default(''),
  'toggle-state': z.number().default(-1),
});

const node = z.tuple([z.number(), properties, z.array(z.unknown())]);

/** The menu as a tree, invisible items left out. */
export async function readMenu(bus: BusConnection, owner: string, path: string): Promise<TrayMenuItem[]> {
  const [, layout] = await bus.call({
    destination: owner,
    path,
    interface: face,
    member: 'GetLayout',
    signature: 'iias',
    body: [0, -1, []],
  });
  return entriesOf(layout);
}

/** @returns false where the menu was rebuilt in the meantime and the item is gone */
export async function clickItem(
  bus: BusConnection,
  owner: string,
  path: string,
  id: number,
): Promise<boolean> {
  const event = { signature: 'isvu', body: [id, 'clicked', new Variant('i', 0), 0] };
  return bus.call({ destination: owner, path, interface: face, member: 'Event', ...event }).then(
    () => true,
    // *Quit* ends the program before it has answered.
    (error: unknown) => error instanceof DBusError && error.type === 'org.freedesktop.DBus.Error.NoReply',
  );
}

/** Finds an item by the labels that lead to it: whole ones, or patterns. */
export function findItem(menu: TrayMenuItem[], labels: Label[]): TrayMenuItem | null {
  const [label, ...rest] = labels;
  if (label === undefined) return null;
  const item = menu.find((entry) =>
    typeof label === 'string' ? entry.label === label : label.test(entry.label),
  );
  if (!item) return null;
  return rest.length === 0 ? item : findItem(item.entries, rest);
}

export type Label = string | RegExp;

/** The labels of a menu, a line each, those of submenus indented. */
export function outline(menu: TrayMenuItem[], indent = ''): string[] {
  return menu.flatMap(({ label, entries }) => [indent + label, ...outline(entries, `${indent}  `)]);
}

function entriesOf(value: unknown): TrayMenuItem[] {
  const [, , children] = node.parse(value);
  return children.flatMap((child) => {
    const [id, shown] = node.parse(child);
    if (!shown.visible) return [];
    return [
      {
        id,
        label: withoutMnemonic(shown.label),
        separator: shown.type === 'separator',
        enabled: shown.enabled,
        checked: shown['toggle-type'] === '' ? null : shown['toggle-state'] === 1,
        entries: entriesOf(child),
      },
    ];
  });
}

/** A single underscore marks the access key, a doubled one is an underscore. */
function withoutMnemonic(label: string): string {
  return label.replace(/_(_?)/g, '$1');
}
