import type { Overview } from '../monitor/overview-types.ts';
import { snoozeInForce } from './headline.ts';
import type { Telling } from './view-types.ts';

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

/** The worst state wins; a disconnection shows how many. While all that it stands for is snoozed it calls nobody. */
export function trayIcon(
  { unconfigured, verdict, counts }: Pick<Overview, 'unconfigured' | 'verdict' | 'counts'>,
  telling: Pick<Telling, 'quiet' | 'icon'>,
): TrayIcon {
  if (unconfigured) return 'attention';
  if (snoozeInForce(telling)) return 'paused';
  switch (verdict) {
    case 'disconnected':
      return countedIcon(counts.disconnected);
    case 'offline':
    case 'attention':
    case 'connected':
      return verdict;
    case 'unknown':
      return 'checking';
  }
}

export function countedIcon(disconnected: number): TrayIcon {
  return counted[disconnected - 1] ?? 'disconnected-9plus';
}
