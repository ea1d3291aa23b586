/** Lengths that can be looked at, in days; a year is what the vendor's support asks for at most. */
export const lengths = [1, 7, 30, 90, 365] as const;
export type Length = (typeof lengths)[number];

export interface Period {
  from: number;
  to: number;
}

/** Up to now. More than a day begins with one, so that no day is shown in part but the one that goes on. */
export function periodOf(days: Length, now: number): Period {
  const from = new Date(now);
  from.setDate(from.getDate() - (days === 1 ? 1 : days - 1));
  if (days > 1) from.setHours(0, 0, 0, 0);
  return { from: from.getTime(), to: now };
}
