import { z } from 'zod';
import { languages } from '../assets/locales/language.ts';
import type { KeyFacts } from '../main/import/key-facts.ts';
import type { Failure } from '../main/monitor/failure.ts';
import type { Overview } from '../main/monitor/overview-types.ts';
import type { OpeningHours } from '../main/monitor/opening-hours.ts';
import type { QuietView } from '../main/monitor/quiet.ts';
import type { Appearance } from '../main/settings/appearance.ts';
import type { NotificationRules } from '../main/notifications/rules.ts';
import type { TraySettings } from '../main/settings/tray.ts';
import type { SourceInUse } from '../main/terminal-api/find-source.ts';
import type { PushChannel, RequestChannel } from './channels.ts';
import { accountDraft, id, line } from './account.ts';
import { configurationRequests, type ConfigurationResponses } from './configuration.ts';
import { diagnosticsRequests, type DiagnosticsResponses } from './diagnostics.ts';
import { historyRequests, type HistoryResponses } from './history.ts';
import { importRequests, type ImportProgress, type ImportResponses } from './import.ts';
import { networkRequests, type NetworkResponses } from './network.ts';
import { quietRequests, type QuietResponses } from './quiet.ts';
import type { KeyState, SettingsView } from './settings-view.ts';
import { setupRequests, type SetupResponses } from './setup.ts';
import { updatesRequests, type UpdatesResponses } from './updates.ts';

export type * from './settings-view.ts';

export type { SetupAnswer } from './setup.ts';
export type { KeyFacts } from '../main/import/key-facts.ts';

/**
 * Every channel with its request schema (checked in main at run time) and its response type.
 * A channel of `channels.ts` that is missing here does not compile, nor does one too many.
 * Everything a page may learn is in these types; no key is among them.
 */

const appearance = z.strictObject({
  theme: z.enum(['system', 'light', 'dark']),
  language: z.enum(['system', ...languages]),
  textSize: z.literal([100, 115, 130, 150]),
}) satisfies z.ZodType<Appearance>;
const tray = z.strictObject({ icons: z.enum(['one', 'each-store']) }) satisfies z.ZodType<TraySettings>;
const terminalRef = z.strictObject({ account: id, poiid: id });

export const recheckScope = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('all') }),
  z.strictObject({ kind: z.literal('store'), account: id, store: id }),
  z.strictObject({ kind: z.literal('terminal'), account: id, poiid: id }),
]);

const rules = z.strictObject({
  disconnected: z.boolean(),
  reconnected: z.boolean(),
  stillDisconnected: z.boolean(),
  stillAfterMinutes: z.number(),
  onlyInOpeningHours: z.boolean(),
  sound: z.enum(['off', 'system', 'own']),
}) satisfies z.ZodType<NotificationRules>;

/** As typed: main checks times, dates and zone, and answers with the field that is wrong. */
const time = z.string().max(10);
const spans = z.array(z.strictObject({ from: time, to: time })).max(12);
const openingHours = z.strictObject({
  week: z.strictObject({
    monday: spans,
    tuesday: spans,
    wednesday: spans,
    thursday: spans,
    friday: spans,
    saturday: spans,
    sunday: spans,
  }),
  holidays: z.array(z.strictObject({ date: time, spans })).max(400),
  timeZone: z.string().max(100).nullable(),
}) satisfies z.ZodType<OpeningHours>;

const saysSomething = (change: object) => Object.keys(change).length > 0;
const storeRef = { account: id, store: id };

const requests = {
  'app.snapshot': z.void(),
  'monitor.recheck': recheckScope,
  /** `text`: one POIID a line, also separated by commas or semicolons, as pasted. */
  'terminals.add': z.strictObject({ account: id, store: id, text: z.string().max(100_000) }),
  /** An empty name goes back to the POIID. */
  'terminals.rename': terminalRef.extend({ name: line }),
  /** To another store of its account; where a list of Adyen holds it counts for more. */
  'terminals.move': terminalRef.extend({ store: id }),
  'terminals.watch': terminalRef.extend({ watched: z.boolean() }),
  /** Its POIID, to the clipboard. The page is granted no permission to do that itself. */
  'terminals.copy': terminalRef,
  'settings.saveAccount': accountDraft,
  /** Whether it could be saved; nothing is. */
  'settings.checkAccount': accountDraft,
  'settings.removeAccount': z.strictObject({ id }),
  /** Takes the last removal back, its key included. */
  'settings.restoreAccount': z.strictObject({ id }),
  /** What is left out stays as it is, here and below: two quick changes must not undo each other. */
  'settings.setPolling': z
    .strictObject({ intervalSeconds: z.number(), confirmationSeconds: z.number() })
    .partial()
    .refine(saysSomething),
  'settings.setNotifications': rules.partial().refine(saysSomething),
  /** Of one store. Null: somebody may be there at any time. */
  'settings.setOpeningHours': z.strictObject({
    ...storeRef,
    hours: openingHours.extend({ week: openingHours.shape.week.partial() }).partial().nullable(),
  }),
  'settings.setWatching': z
    .strictObject({
      closedIntervalSeconds: z.number().nullable(),
      changes: z.number(),
      withinMinutes: z.number(),
      calmMinutes: z.number(),
    })
    .partial()
    .refine(saysSomething),
  /** Of one store. */
  'settings.setRestart': z.strictObject({
    ...storeRef,
    restart: z.strictObject({ at: time, graceMinutes: z.number() }).partial(),
  }),
  /** What one store has becomes that of all in which the organisation has not set it. */
  'settings.copyToStores': z.strictObject({ ...storeRef, what: z.enum(['openingHours', 'restart']) }),
  'settings.setStartHidden': z.strictObject({ startHidden: z.boolean() }),
  'settings.setAtLogin': z.strictObject({ on: z.boolean() }),
  'settings.setAppearance': appearance.partial().refine(saysSomething),
  'settings.setTray': tray,
  /** What is older is forgotten within a day. */
  'settings.setHistory': z.strictObject({ keepDays: z.number() }),
  'settings.dismissNotice': z.strictObject({ id }),
  'keys.set': z.strictObject({ account: id, key: z.string().max(4096) }),
  'keys.remove': z.strictObject({ account: id }),
  /** `key` empty: the stored one is used; of a new account, that of the first run. */
  'connection.test': z.strictObject({ draft: accountDraft, key: z.string().max(4096) }),
  /** Nobody waits any more for what was asked about the account, null for a new one. */
  'connection.stop': z.strictObject({ account: id.nullable() }),
  ...setupRequests,
  ...importRequests,
  ...networkRequests,
  ...updatesRequests,
  ...quietRequests,
  'demo.set': z.strictObject({ on: z.boolean() }),
  ...historyRequests,
  ...configurationRequests,
  ...diagnosticsRequests,
} as const satisfies Record<RequestChannel, z.ZodType>;

/** Whose answers stand beside their requests, in files of their own. */
type Elsewhere = ImportResponses &
  HistoryResponses &
  DiagnosticsResponses &
  NetworkResponses &
  QuietResponses &
  ConfigurationResponses &
  SetupResponses &
  UpdatesResponses;

interface Responses extends Record<Exclude<RequestChannel, keyof Elsewhere>, unknown>, Elsewhere {
  'app.snapshot': Snapshot;
  /** Settles when the recheck has ended, confirmation included. */
  'monitor.recheck': null;
  'terminals.add': { added: AddedTerminal[] };
  'terminals.rename': null;
  'terminals.move': null;
  'terminals.watch': null;
  'terminals.copy': null;
  'settings.saveAccount': { id: string };
  'settings.checkAccount': null;
  'settings.removeAccount': null;
  'settings.restoreAccount': null;
  'settings.setPolling': null;
  'settings.setNotifications': null;
  'settings.setOpeningHours': null;
  'settings.setWatching': null;
  'settings.setRestart': null;
  'settings.copyToStores': null;
  'settings.setStartHidden': null;
  'settings.setAtLogin': null;
  'settings.setAppearance': null;
  'settings.setTray': null;
  'settings.setHistory': null;
  'settings.dismissNotice': null;
  'keys.set': { kept: KeyState; repaired: boolean };
  'keys.remove': null;
  /** `source`: which was asked, and why; null where there was no store to ask for. */
  /** `facts`: null where Adyen does not say. */
  'connection.test': { results: StoreTestResult[]; source: SourceInUse | null; facts: KeyFacts | null };
  'connection.stop': null;
  'demo.set': null;
}

interface Pushes extends Record<PushChannel, unknown> {
  'overview.changed': Overview;
  'settings.changed': SettingsView;
  'quiet.changed': QuietView;
  'import.progress': ImportProgress;
  'window.navigate': Navigation;
}

export type Request<C extends RequestChannel> = z.infer<(typeof requests)[C]>;
export const requestSchemas: { [C in RequestChannel]: z.ZodType<Request<C>> } = requests;
export type Response<C extends RequestChannel> = Responses[C];
export type Push<C extends PushChannel> = Pushes[C];

/** Every answer is one of these; nothing is thrown across the boundary. */
export type Reply<T> = { ok: true; value: T } | { ok: false; error: ReplyError };

export interface ReplyError {
  /** Worded by the `problem` locale file under `error.<code>`. */
  code:
    | 'refused' // sender or payload was not acceptable
    | 'required'
    | 'endpoint-not-allowed'
    | 'duplicate-store'
    | 'duplicate-store-id'
    | 'source-not-in-region'
    | 'duplicate-account'
    | 'out-of-range'
    | 'invalid' // not a time, a date or a time zone
    | 'managed' // locked by the managed configuration
    | 'not-found'
    | 'key-empty'
    | 'key-malformed'
    | 'not-a-host'
    | 'not-a-feed' // nothing that updates may come from
    | 'certificate-file' // it cannot be used; `reason` in params says why
    | 'not-saved'
    | 'stale-preview' // of an import; something else is there now
    | 'too-late' // to undo it
    | 'stale-diagnostics' // other ones were gathered since
    | 'not-exported' // nothing was left where the file was to be
    | 'history' // it cannot be read; `refusal` in params says why
    | 'internal';
  /** Dotted path of the offending field, e.g. `stores.2.reference`; empty where there is none. */
  field: string;
  params: Record<string, string | number>;
}

export interface Snapshot {
  overview: Overview;
  settings: SettingsView;
  quiet: QuietView;
  navigation: Navigation;
  version: string;
}

export interface Navigation {
  page: 'terminals' | 'history' | 'settings';
  /** The terminal to show selected, if any. */
  terminal: { account: string; poiid: string } | null;
}

export interface AddedTerminal {
  /** As it is now watched. */
  poiid: string;
  /** - `added`; `repaired`: hyphens or spaces were mended first; `already`: it was watched before;
   *  - `odd`: added, but it does not look like `[model]-[serial number]`; `unusable`: not added. */
  outcome: 'added' | 'repaired' | 'already' | 'odd' | 'unusable';
}

export type StoreTestResult = {
  reference: string;
  name: string;
  /** Host that was asked. */
  host: string;
  tookMs: number;
} & ({ ok: true; connected: string[] } | { ok: false; failure: Failure });
