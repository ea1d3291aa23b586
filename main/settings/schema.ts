import { z } from 'zod';

/** Floors that no setting can go below (DESIGN: pace). */
export const intervalSeconds = { least: 10, most: 3600, usual: 30 } as const;
export const confirmationSeconds = { least: 2, most: 60, usual: 5 } as const;

const environment = z.enum(['test', 'live']);
const region = z.enum(['eu', 'us', 'au', 'apse']);
const text = z.string().trim().min(1).max(200);

export const storeSchema = z.strictObject({ reference: text, name: text });

export const accountSchema = z.strictObject({
  id: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/),
  environment,
  region,
  merchantAccount: text,
  endpoint: z.string().nullable(),
  stores: z.array(storeSchema),
});

/** What the user said of one terminal; the rest is learned from answers. */
export const terminalSchema = z.strictObject({
  account: text,
  store: text,
  poiid: text,
  /** Empty: not named. */
  name: z.string().trim().max(200),
  watched: z.boolean(),
});

export const settingsSchema = z.strictObject({
  version: z.literal(1),
  accounts: z.array(accountSchema),
  terminals: z.array(terminalSchema),
  polling: z.strictObject({
    intervalSeconds: z.number().int().min(intervalSeconds.least).max(intervalSeconds.most),
    confirmationSeconds: z.number().int().min(confirmationSeconds.least).max(confirmationSeconds.most),
  }),
  /** Start in the tray without a window. */
  startHidden: z.boolean(),
  /** The demo store is being watched, played by the embedded simulator. */
  demo: z.boolean(),
});

export type Settings = z.infer<typeof settingsSchema>;
export type AccountSettings = z.infer<typeof accountSchema>;
export type StoreSettings = z.infer<typeof storeSchema>;
export type TerminalSettings = z.infer<typeof terminalSchema>;

export function defaultSettings(): Settings {
  return {
    version: 1,
    accounts: [],
    terminals: [],
    polling: { intervalSeconds: intervalSeconds.usual, confirmationSeconds: confirmationSeconds.usual },
    startHidden: false,
    demo: false,
  };
}
