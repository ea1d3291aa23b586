import { once } from 'es-toolkit';

/**
 * Words for a point in time as the clock on the wall shows it, of another day with its date.
 * `locale` is the one of the person's region, which need not be that of the words.
 */
export function createMoment(now: number, locale: string): (at: number) => string {
  const today = new Date(now).toDateString();
  const time = new Intl.DateTimeFormat(locale, { timeStyle: 'short' });
  // Each takes as long to make as a hundred of their answers, and most times are of today.
  const date = once(() => new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }));
  return (at) => (new Date(at).toDateString() === today ? time : date()).format(at);
}
