/**
 * A share as people read it; never rounded up to a whole that it was not.
 * @param share 0 to 1
 * @param digits behind the point, at most
 */
export function percent(share: number, locale: string, digits = 1): string {
  const steps = 10 ** (digits + 2);
  const shown = share >= 1 ? 1 : Math.floor(share * steps) / steps;
  return shown.toLocaleString(locale, { style: 'percent', maximumFractionDigits: digits });
}
