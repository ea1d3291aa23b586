import fc from 'fast-check';
import { requestChannels, type RequestChannel } from '../../preload/channels.ts';
import type { Request } from '../../preload/contract.ts';

/**
 * What a hostile page sends, as data that can be told to it: `{ $: … }` stands for what JSON cannot say, or what would
 * be too long to say.
 */
export type Recipe = null | boolean | number | string | Recipe[] | { [name: string]: Recipe };

export interface Attack {
  channel: RequestChannel;
  payload: Recipe;
}

/** A payload of each channel that would be taken. `vendor`: the address of the account's host. */
function validPayloads(vendor: string): { [C in RequestChannel]: Request<C> } {
  const account = 'own';
  const store = 'UTR-01';
  const poiid = 'V400m-324688041';
  const terminal = { account, poiid };
  const scope = { kind: 'store', account, store } as const;
  const period = { from: 0, to: 1_800_000_000_000 };
  const draft = {
    id: null,
    environment: 'test',
    region: 'eu',
    merchantAccount: 'CornerShopNL',
    endpoint: vendor,
    source: 'auto',
    stores: [{ reference: store, name: 'Utrecht', id: '' }],
  } as const;
  const asked = { environment: 'test', endpoint: vendor, merchantAccount: 'CornerShopNL' } as const;
  const day = [{ from: '09:00', to: '18:00' }];
  const hours = {
    week: { monday: day, tuesday: day, wednesday: day, thursday: day, friday: day, saturday: [], sunday: [] },
    holidays: [{ date: '2026-12-25', spans: [] }],
    timeZone: 'Europe/Amsterdam',
  };
  const incidents = { scope, ...period, leastMs: 0, causes: ['terminal' as const], text: '' };
  return {
    'app.snapshot': undefined,
    'monitor.recheck': { kind: 'terminal', account, poiid },
    'terminals.add': { account, store, text: poiid },
    'terminals.rename': { ...terminal, name: 'Till 1' },
    'terminals.move': { ...terminal, store },
    'terminals.watch': { ...terminal, watched: false },
    'terminals.copy': terminal,
    'settings.saveAccount': { ...draft, stores: [...draft.stores] },
    'settings.checkAccount': { ...draft, stores: [...draft.stores] },
    'settings.removeAccount': { id: 'nobody' },
    'settings.restoreAccount': { id: 'nobody' },
    'settings.setPolling': { intervalSeconds: 30, confirmationSeconds: 5 },
    'settings.setNotifications': {
      disconnected: true,
      reconnected: true,
      stillDisconnected: true,
      stillAfterMinutes: 30,
      onlyInOpeningHours: true,
      sound: 'system',
    },
    'settings.setOpeningHours': { account, store, hours },
    'settings.setWatching': { closedIntervalSeconds: 600, changes: 4, withinMinutes: 20, calmMinutes: 15 },
    'settings.setRestart': { account, store, restart: { at: '06:00', graceMinutes: 30 } },
    'settings.copyToStores': { account, store, what: 'restart' },
    'settings.setStartHidden': { startHidden: true },
    'settings.setAtLogin': { on: false },
    'settings.setAppearance': { theme: 'dark', language: 'en', textSize: 115 },
    'settings.setTray': { icons: 'each-store' },
    'settings.setHistory': { keepDays: 400 },
    'settings.setNetwork': {
      proxy: 'direct',
      host: '127.0.0.1',
      port: 9,
      noProxy: ['127.0.0.1'],
      user: 'till',
      certificateFile: '',
    },
    'settings.dismissNotice': { id: 'none' },
    'keys.set': { account, key: 'no-key-of-anybody' },
    'keys.remove': { account },
    'connection.stop': { account: null },
    'connection.test': { draft: { ...draft, stores: [...draft.stores] }, key: 'no-key-of-anybody' },
    'network.setPassword': { password: 'no-password' },
    'network.removePassword': undefined,
    'network.chooseCertificates': undefined,
    'settings.setUpdates': { feed: vendor },
    'updates.check': undefined,
    'updates.restart': undefined,
    'network.check': undefined,
    'network.copyCheck': undefined,
    'setup.key': { key: 'no-key-of-anybody' },
    'setup.ask': { ...asked, region: 'eu', source: 'auto', withKey: true },
    'setup.stores': asked,
    'setup.finish': { draft: { ...draft, stores: [...draft.stores] }, found: [{ store, poiid, name: '' }] },
    'import.preview': { account },
    'import.skipNames': undefined,
    'import.cancel': undefined,
    'import.apply': { preview: 'none', ticked: ['one'] },
    'import.undo': { import: 'none' },
    'configuration.save': undefined,
    'configuration.open': undefined,
    'configuration.take': { preview: 'none' },
    'configuration.undo': { preview: 'none' },
    'demo.set': { on: false },
    'quiet.snooze': { scope, length: 'hour' },
    'quiet.endSnooze': { scope },
    'quiet.acknowledge': { ...terminal, on: true },
    'notifications.test': undefined,
    'history.summary': { scope, ...period },
    'history.charts': { scope, from: 0, to: 86_400_000 },
    'history.incidents': { ...incidents, after: { start: 0, id: 1 }, limit: 10 },
    'history.decisions': { scope, ...period, outcome: 'any', text: '', after: { at: 0, id: 1 }, limit: 10 },
    'history.terminal': { ...terminal, ...period },
    'history.bars': { terminals: [terminal] },
    'history.exportCsv': incidents,
    'history.saveReport': { scope, from: 0, to: 86_400_000 },
    'diagnostics.gather': undefined,
    'diagnostics.save': { id: 'none' },
  };
}

const hostile: Recipe[] = [
  null,
  true,
  -1,
  0.5,
  1e308,
  '',
  '../../../etc/passwd',
  '__proto__',
  'constructor',
  '\u0000',
  '\ud800',
  '<img src=x onerror=alert(1)>',
  '${7*7} {{name}} $t(common:name) %s',
  'AQE\r\nX-Evil: 1',
  [],
  {},
  { $: 'undefined' },
  { $: 'NaN' },
  { $: 'Infinity' },
  { $: 'bigint' },
  { $: 'date' },
  { $: 'bytes' },
  { $: 'ring' },
  { $: 'deep' },
];
/** Megabytes, so only once in each channel. */
const huge: Recipe[] = [{ $: 'text' }, { $: 'list' }, { $: 'fields' }];

/** Nothing of this is anybody's payload, except by chance. */
export function arbitrary(seed: number, perChannel: number): Attack[] {
  return requestChannels.flatMap((channel, at) => {
    const anything = fc.sample(fc.jsonValue({ maxDepth: 4 }), { seed: seed + at, numRuns: perChannel });
    const all: Recipe[] = [...hostile, ...huge, ...anything.map(asRecipe)];
    return all.map((payload) => ({ channel, payload }));
  });
}

/** Valid payloads with one thing wrong: a value replaced, a field more, one less, its prototype set. */
export function mutations(vendor: string): Attack[] {
  return Object.entries(validPayloads(vendor)).flatMap(([name, valid]) => {
    const channel = requestChannels.find((one) => one === name);
    if (channel === undefined || valid === undefined) return [];
    return mutate(asRecipe(valid)).map((payload) => ({ channel, payload }));
  });
}

function mutate(valid: Recipe): Recipe[] {
  if (typeof valid !== 'object' || valid === null) return hostile;
  if (Array.isArray(valid)) {
    const inner = valid.flatMap((part, at) => mutate(part).map((other) => valid.with(at, other)));
    return [...hostile, ...inner, [...valid, ...valid]];
  }
  const fields = Object.entries(valid);
  return [
    { ...valid, more: 1 },
    { $: 'prototype', of: valid },
    ...fields.map(([left]) => Object.fromEntries(fields.filter(([name]) => name !== left))),
    ...fields.flatMap(([name, part]) =>
      // Empty, it is the vendor's own host, which no test may ask.
      mutate(part)
        .filter((other) => name !== 'endpoint' || other !== '')
        .map((other) => ({ ...valid, [name]: other })),
    ),
  ];
}

function asRecipe(value: unknown): Recipe {
  if (value === null || typeof value === 'boolean' || typeof value === 'number') return value;
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.map(asRecipe);
  if (typeof value !== 'object') return null;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, asRecipe(part)]));
}
