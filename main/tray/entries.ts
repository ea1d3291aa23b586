import type { MenuEntry, TrayAction } from './view-types.ts';

export const separator: MenuEntry = { kind: 'separator' };

export function line(text: string): MenuEntry {
  return { kind: 'line', label: label(text) };
}

export function item(text: string, action: TrayAction, enabled = true): MenuEntry {
  return { kind: 'item', label: label(text), enabled, action };
}

export function submenu(text: string, entries: MenuEntry[]): MenuEntry {
  return { kind: 'submenu', label: label(text), entries };
}

/** A single ampersand would underline the next letter and vanish. */
function label(text: string): string {
  return text.replaceAll('&', '&&');
}
