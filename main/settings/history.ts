import { z } from 'zod';

export const keepDays = { least: 30, most: 1100, usual: 400 } as const;

/** How long what happened is kept, in days. */
export const historySettings = z.strictObject({
  keepDays: z.number().int().min(keepDays.least).max(keepDays.most),
});

export type HistorySettings = z.infer<typeof historySettings>;

export const usualHistory: HistorySettings = { keepDays: keepDays.usual };

/** The organisation's choice counts where it has made one. */
export function historyInUse(
  own: HistorySettings,
  set: number | null,
): HistorySettings & { locked: boolean } {
  return { keepDays: set ?? own.keepDays, locked: set !== null };
}
