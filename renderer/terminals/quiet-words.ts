import type { Words } from '../../assets/locales/index.ts';
import type { Snooze } from '../hooks/use-quiet.ts';

/**
 * That nobody is told of a terminal for now; null where people are.
 * @param acknowledged somebody has said that they know
 */
export function quietWords(
  { acknowledged, snooze }: { acknowledged: boolean; snooze: Snooze | null },
  moment: (at: number) => string,
  words: Words,
): string | null {
  if (acknowledged) return words('terminals:status.acknowledged');
  if (snooze === null) return null;
  // Until it is connected again, which is what an acknowledgement comes to.
  if (snooze.until === null) return words('terminals:status.acknowledged');
  return words('terminals:status.snoozed', { at: moment(snooze.until) });
}
