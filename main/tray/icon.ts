import type { Overview } from '../monitor/overview-types.ts';
import { snoozeOf, type Quiet } from '../monitor/quiet.ts';

const counted = [
  'disconnected-1',
  'disconnected-2',
  'disconnected-3',
  'disconnected-4',
  'disconnected-5',
  'disconnected-6',
  'disconnected-7',
  'disconnected-8',
  'disconnected-9',
] as const;

/** Every state that `build/icons.mjs` draws, under the name of its files. */
export const trayIcons = [
  'connected',
  ...counted,
  'disconnected-9plus',
  'attention',
  'offline',
  'paused',
  'checking',
] as const;

export type TrayIcon = (typeof trayIcons)[number];

/** The worst state wins; a disconnection shows how many. While everything is snoozed it calls nobody. */
export function trayIcon({ unconfigured, verdict, counts }: Overview, quiet: Quiet): TrayIcon {
  if (unconfigured) return 'attention';
  if (snoozeOf(quiet, { kind: 'all' })) return 'paused';
  switch (verdict) {
    case 'disconnected':
      return counted[counts.disconnected - 1] ?? 'disconnected-9plus';
    case 'offline':
    case 'attention':
    case 'connected':
      return verdict;
    case 'unknown':
      return 'checking';
  }
}
