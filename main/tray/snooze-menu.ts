import type { Counts } from '../monitor/overview-types.ts';
import { snoozeOf, type SnoozeLength, type SnoozeScope } from '../monitor/quiet.ts';
import { storeKey } from '../monitor/terminal.ts';
import { item, line, separator, submenu } from './entries.ts';
import type { MenuEntry, Telling } from './view-types.ts';

/** For how long nobody is to be told of this; while it lasts, until when, and the way to end it. */
export function snoozeEntry(scope: SnoozeScope, counts: Counts, telling: Telling): MenuEntry {
  const { words, moment, quiet } = telling;
  const snooze = snoozeOf(quiet, scope);
  const lengths = offered(scope, counts, telling).map((length) =>
    item(words(`tray:snooze.${length}`), { kind: 'snooze', scope, length }),
  );
  if (snooze === null) return submenu(words('tray:snooze.label'), lengths);
  const label =
    snooze.until === null
      ? words('tray:snooze.activeUntilRecovery')
      : words('tray:snooze.activeUntil', { at: moment(snooze.until) });
  return submenu(label, [
    item(words('tray:snooze.end'), { kind: 'end-snooze', scope }),
    separator,
    line(words('tray:snooze.instead')),
    ...lengths,
  ]);
}

/** Only what can be meant: until it opens where that is known, until it is back where something is gone. */
function offered(scope: SnoozeScope, counts: Counts, { quiet }: Telling): SnoozeLength[] {
  const opens =
    scope.kind === 'all'
      ? quiet.withHours.length > 0
      : scope.kind === 'store' && quiet.withHours.includes(storeKey(scope.account, scope.store));
  const gone = counts.disconnected > 0;
  return [
    'quarter',
    'hour',
    ...(opens ? (['opening'] as const) : []),
    ...(gone ? (['recovery'] as const) : []),
  ];
}
