import { z } from 'zod';
import { placeOf, terminalKey } from '../monitor/terminal.ts';
import { isDeviceOnly } from '../monitor/watchlist.ts';
import { historySettings, usualHistory } from './history.ts';
import { appearance, usualAppearance } from './appearance.ts';
import { networkSettings, usualNetwork } from './network.ts';
import { defaultRules, notificationRulesSchema } from './notifications.ts';
import { openingHoursList } from './opening-hours.ts';
import { traySettings, usualTray } from './tray.ts';
import { updatesSettings, usualUpdates } from './updates.ts';
import { restartList, usualWatching, watching } from './watching.ts';

/** Floors that no setting can go below (DESIGN: pace). */
export const intervalSeconds = { least: 10, most: 3600, usual: 30 } as const;
export const confirmationSeconds = { least: 2, most: 60, usual: 5 } as const;

export const environment = z.enum(['test', 'live']);
export const region = z.enum(['eu', 'us', 'au', 'apse', 'nea']);
export const source = z.enum(['auto', 'connected-terminals', 'cloud-device']);
/** As long as an ID may be in the contract between window and main. */
export const longestText = 200;
export const text = z.string().trim().min(1).max(longestText);
export const accountId = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/);

const storeSchema = z.strictObject({
  reference: text,
  name: text,
  /** Adyen's own (`ST…`); empty: not known. */
  id: z.string().trim().max(longestText).default(''),
  /** What the last import called it: another name is the user's. */
  importedName: text.optional(),
});

const accountSchema = z.strictObject({
  id: accountId,
  environment,
  region,
  merchantAccount: text,
  endpoint: z.string().nullable(),
  source: source.default('auto'),
  stores: z.array(storeSchema),
});

/** What the user said of one terminal; the rest is learned from answers. */
const terminalSchema = z.strictObject({
  account: text,
  store: text,
  poiid: text,
  /** Empty: not named. */
  name: z.string().trim().max(longestText),
  watched: z.boolean(),
  /** As for a store. */
  importedName: text.optional(),
});

export const settingsSchema = z
  .strictObject({
    version: z.literal(1),
    accounts: z.array(accountSchema),
    terminals: z.array(terminalSchema),
    openingHours: openingHoursList.default([]),
    polling: z.strictObject({
      intervalSeconds: z.number().int().min(intervalSeconds.least).max(intervalSeconds.most),
      confirmationSeconds: z.number().int().min(confirmationSeconds.least).max(confirmationSeconds.most),
    }),
    restarts: restartList.default([]),
    watching: watching.default(usualWatching),
    appearance: appearance.default(usualAppearance),
    tray: traySettings.default(usualTray),
    notifications: notificationRulesSchema.default(defaultRules),
    history: historySettings.default(usualHistory),
    network: networkSettings.default(usualNetwork),
    updates: updatesSettings.default(usualUpdates),
    /** Start in the tray without a window. */
    startHidden: z.boolean(),
    /** The demo store is being watched, played by the embedded simulator. */
    demo: z.boolean(),
  })
  .superRefine(({ accounts, terminals, openingHours, restarts }, context) => {
    const twice = (path: (string | number)[]) =>
      context.addIssue({ code: 'custom', path, params: { reason: 'duplicate' } });
    repeated(accounts.map(({ id }) => id)).forEach((at) => twice(['accounts', at]));
    accounts.forEach((account, at) => {
      const { stores, source } = account;
      repeated(stores.map(({ reference }) => reference)).forEach((store) =>
        twice(['accounts', at, 'stores', store]),
      );
      repeatedIds(stores).forEach((store) => twice(['accounts', at, 'stores', store, 'id']));
      if (source === 'connected-terminals' && isDeviceOnly(account))
        context.addIssue({ code: 'custom', path: ['accounts', at, 'source'] });
    });
    repeated(terminals.map(({ account, poiid }) => terminalKey(account, poiid))).forEach((at) =>
      twice(['terminals', at]),
    );
    repeated(restarts.map(placeOf)).forEach((at) => twice(['restarts', at]));
    repeated(openingHours.map(placeOf)).forEach((at) => twice(['openingHours', at]));
  });

export type Settings = z.infer<typeof settingsSchema>;
export type AccountSettings = z.infer<typeof accountSchema>;
export type StoreSettings = z.infer<typeof storeSchema>;
export type TerminalSettings = z.infer<typeof terminalSchema>;

/** Says whether a key may be sent there; `terminal-api/endpoints` decides. */
export type CheckEndpoint = (
  text: string,
) => { ok: true; url: string } | { ok: false; reason: 'not-a-url' | 'not-https' | 'host-not-allowed' };

/** Positions of what was in the list before. */
export function repeated(list: readonly string[]): number[] {
  const seen = new Set<string>();
  return list.flatMap((entry, at) => {
    if (seen.has(entry)) return [at];
    seen.add(entry);
    return [];
  });
}

/** Positions of stores with an ID that one before has too: each would list the terminals of both. */
export function repeatedIds(stores: readonly { id: string }[]): number[] {
  const known = stores.flatMap(({ id }, at) => (id === '' ? [] : [{ id, at }]));
  return repeated(known.map(({ id }) => id)).flatMap((second) => known[second]?.at ?? []);
}

export function defaultSettings(): Settings {
  return {
    version: 1,
    accounts: [],
    terminals: [],
    openingHours: [],
    polling: { intervalSeconds: intervalSeconds.usual, confirmationSeconds: confirmationSeconds.usual },
    restarts: [],
    watching: usualWatching,
    appearance: usualAppearance,
    tray: usualTray,
    notifications: defaultRules(),
    history: usualHistory,
    network: usualNetwork,
    updates: usualUpdates,
    startHidden: false,
    demo: false,
  };
}
