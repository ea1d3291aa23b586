import type { Words } from './index.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** A length of time in its two largest units; never negative, whatever the clock did. */
export function duration(ms: number, words: Words): string {
  const length = Math.max(0, ms);
  if (length < minute) return words('duration:moment');
  const days = Math.floor(length / day);
  const hours = Math.floor((length % day) / hour);
  const minutes = Math.floor((length % hour) / minute);
  if (days > 0)
    return hours > 0 ? words('duration:daysHours', { days, hours }) : words('duration:days', { days });
  if (hours > 0)
    return minutes > 0
      ? words('duration:hoursMinutes', { hours, minutes })
      : words('duration:hours', { hours });
  return words('duration:minutes', { minutes });
}
