import { z } from 'zod';

export const keepDays = { least: 30, most: 1100, usual: 400 } as const;

/** How long what happened is kept, in days. */
export const historySettings = z.strictObject({
  keepDays: z.number().int().min(keepDays.least).max(keepDays.most),
});

export const usualHistory: z.infer<typeof historySettings> = { keepDays: keepDays.usual };
