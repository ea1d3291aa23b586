/** A share as people read it; never rounded up to a whole that it was not. `share`: 0 to 1. */
export function percent(share: number, locale: string): string {
  const shown = share >= 1 ? 1 : Math.floor(share * 1000) / 1000;
  return shown.toLocaleString(locale, { style: 'percent', maximumFractionDigits: 1 });
}
