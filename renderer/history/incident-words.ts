import { duration } from '../../assets/locales/duration.ts';
import type { Words } from '../../assets/locales/index.ts';
import type { Decision, Incident } from './history-model.ts';

export function lastedWords({ start, end, over, lostSightAt }: Incident, now: number, words: Words): string {
  if (end !== null) return duration(end - start, words);
  if (lostSightAt === null)
    return words('history:lasted.ongoing', { duration: duration(now - start, words) });
  const least = { duration: duration(lostSightAt - start, words) };
  return words(over ? 'history:lasted.unseen' : 'history:lasted.lost', least);
}

/** It is going on as far as anybody knows. */
export function isOngoing({ end, lostSightAt }: Incident): boolean {
  return end === null && lostSightAt === null;
}

export function toldWords({ told, cause }: Incident, time: (at: number) => string, words: Words): string {
  if (cause === 'restart') return words('history:told.restart');
  if (told === null) return words('history:told.open');
  if (told.reason === null) return words('history:told.yes', { time: time(told.at) });
  return becameWords(told.reason, words);
}

/** @param reason why nobody was told; null where somebody was */
export function becameWords(reason: Decision['reason'], words: Words): string {
  if (reason === null) return words('history:decision.told');
  return words('history:told.no', { reason: words(`history:reason.${reason}`) });
}

/** How it was confirmed, and whether somebody said that they know. */
export function detailWords(
  { confirmedBy, acknowledgedAt }: Incident,
  time: (at: number) => string,
  words: Words,
): string {
  return [
    ...(confirmedBy === null ? [] : [words(`history:confirmed.${confirmedBy}`)]),
    ...(acknowledgedAt === null ? [] : [words('history:acknowledged', { time: time(acknowledgedAt) })]),
  ].join(', ');
}
