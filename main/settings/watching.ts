import { z } from 'zod';

export const closedIntervalSeconds = { least: 60, most: 3600, usual: 300 } as const;
export const unstableLimits = {
  changes: { least: 3, most: 20 },
  withinMinutes: { least: 5, most: 240 },
  calmMinutes: { least: 1, most: 240 },
} as const;

const whole = ({ least, most }: { least: number; most: number }) => z.number().min(least).max(most).int();

/** How the stores are watched, beyond how often. */
export const watching = z.strictObject({
  /** While all stores of an account are closed; null: as often as ever. */
  closedIntervalSeconds: whole(closedIntervalSeconds).nullable(),
  unstable: z.strictObject({
    changes: whole(unstableLimits.changes).describe('So many drops and returns, together …'),
    withinMinutes: whole(unstableLimits.withinMinutes).describe('… within this time make it unstable …'),
    calmMinutes: whole(unstableLimits.calmMinutes).describe('… and this long without one ends it.'),
  }),
});

export type Watching = z.infer<typeof watching>;

export const usualWatching: Watching = {
  closedIntervalSeconds: null,
  unstable: { changes: 5, withinMinutes: 30, calmMinutes: 10 },
};

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

/** When the terminals of a store restart by plan; see `RestartWindow`. */
export const restartSchema = z.strictObject({
  at: time.describe("Time of day, by the store's own clock, as HH:mm."),
  graceMinutes: whole({ least: 0, most: 240 }).describe(
    'How long after it, and from five minutes before it, a terminal may be away without anybody being told. 0: no restart is planned.',
  ),
});

const entry = z.strictObject({
  account: z.string().min(1),
  store: z.string().min(1),
  restart: restartSchema,
  /** When the last import said that it is: another time is the user's. */
  importedAt: time.optional(),
});

/** The user's, by store; beside the accounts, because stores of the managed file can have them too. */
export const restartList = z.array(entry);

export type StoreRestart = z.infer<typeof entry>;
