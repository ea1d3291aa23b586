import type { Words } from './index.ts';

/**
 * A share as people read it; never rounded up to a whole that it was not, nor down to nothing.
 * @param share 0 to 1
 * @param digits behind the point, at most
 */
export function percent(share: number, locale: string, words: Words, digits = 1): string {
  const steps = 10 ** (digits + 2);
  const shown = share >= 1 ? 1 : Math.floor(share * steps) / steps;
  const text = (value: number) =>
    value.toLocaleString(locale, { style: 'percent', maximumFractionDigits: digits });
  return share > 0 && shown === 0 ? words('common:lessThan', { share: text(1 / steps) }) : text(shown);
}
