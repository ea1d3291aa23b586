import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isRecord, parseJson, valueAt } from '../../../main/settings/json.ts';
import { settingsFile } from '../../../main/settings/migrations.ts';
import { usualNetwork } from '../../../main/settings/network.ts';
import { defaultSettings } from '../../../main/settings/schema.ts';
import { checkEndpoint } from '../../../main/terminal-api/endpoints.ts';
import { makeHours } from '../monitor/make.ts';
import { makeAccount, makeTerminal } from './make.ts';

function readFixture(name: string): Record<string, unknown> {
  const raw = parseJson(readFileSync(new URL(`fixtures/${name}`, import.meta.url), 'utf8'));
  if (!isRecord(raw)) throw new Error('no settings');
  return raw;
}

const { read } = settingsFile(checkEndpoint);
/** With what it did not know yet. */
const first: Record<string, unknown> = complete(readFixture('settings-v1.json'));

function complete(raw: Record<string, unknown>): Record<string, unknown> {
  const accounts = list(raw, 'accounts').map((account) => ({
    ...account,
    source: 'auto',
    stores: list(account, 'stores').map((store) => ({ ...store, id: '' })),
  }));
  return { ...defaultSettings(), ...raw, accounts };
}

function list(holder: Record<string, unknown>, name: string): Record<string, unknown>[] {
  const value = holder[name];
  if (!Array.isArray(value)) throw new Error('no list');
  return value.filter(isRecord);
}

type Change = [path: (string | number)[], value: unknown];

/** `first` with something else in some places; undefined takes a field out. */
function withFields(...changes: Change[]): Record<string, unknown> {
  const raw = structuredClone(first);
  for (const [path, value] of changes) {
    const holder = valueAt(raw, path.slice(0, -1));
    const last = path.at(-1);
    if (Array.isArray(holder) && typeof last === 'number') holder[last] = value;
    else if (!isRecord(holder) || typeof last !== 'string') throw new Error('no such place');
    else if (value === undefined) delete holder[last];
    else holder[last] = value;
  }
  return raw;
}

function entries(list: 'accounts' | 'terminals'): unknown[] {
  const value = first[list];
  if (!Array.isArray(value)) throw new Error('no list');
  return value;
}

function without(list: 'accounts' | 'terminals', at: number) {
  return { ...first, [list]: entries(list).filter((_, other) => other !== at) };
}

describe('settings of an older version', () => {
  it('are taken over whole: version 1', () => {
    expect(read(readFixture('settings-v1.json'))).toEqual({ value: first, repaired: [] });
    expect(read(first)).toEqual({ value: first, repaired: [] });
  });
});

describe('restart times', () => {
  const typed = { account: 'ShopNL', store: 'UTR-01', restart: { at: '05:00', graceMinutes: 20 } };
  const imported = { ...typed, store: 'AMS-01', importedAt: '05:00' };

  it('of before an import noted its own are the user’s, and need no repair', () => {
    const raw = { ...readFixture('settings-v1.json'), restarts: [typed, imported] };
    expect(read(raw)).toEqual({ value: { ...first, restarts: [typed, imported] }, repaired: [] });
  });

  it('of which an import’s own cannot be read are the user’s as well', () => {
    const result = read(withFields([['restarts'], [typed, { ...imported, importedAt: 'six' }]]));
    expect(result?.value.restarts).toEqual([typed, { ...typed, store: 'AMS-01' }]);
    expect(result?.repaired).toEqual(['restarts[1].importedAt']);
  });
});

describe('one unusable field', () => {
  const { polling, startHidden, demo } = defaultSettings();

  it.each([
    ['no version', ['version'], undefined, ['version'], 1],
    ['a version that is a text', ['version'], '1', ['version'], 1],
    ['version 0, which never was', ['version'], 0, ['version'], 1],
    ['polling', ['polling'], 'often', ['polling'], polling],
    ['an interval below the floor', ['polling', 'intervalSeconds'], 9, undefined, polling.intervalSeconds],
    ['a fraction', ['polling', 'intervalSeconds'], 30.5, undefined, polling.intervalSeconds],
    ['a confirmation', ['polling', 'confirmationSeconds'], null, undefined, polling.confirmationSeconds],
    ['start hidden', ['startHidden'], 1, undefined, startHidden],
    ['demo', ['demo'], undefined, undefined, demo],
    ['a store name', ['accounts', 0, 'stores', 1, 'name'], '', undefined, 'AMS-01'],
    ['a terminal name', ['terminals', 0, 'name'], 7, undefined, ''],
    ['watched', ['terminals', 1, 'watched'], 'no', undefined, true],
    ['an endpoint elsewhere', ['accounts', 1, 'endpoint'], 'https://evil.example', undefined, null],
    ['a source that is none', ['accounts', 1, 'source'], 'guess', undefined, 'auto'],
    ['the stores of an account', ['accounts', 1, 'stores'], {}, undefined, []],
    ['all accounts', ['accounts'], 'none', undefined, []],
    ['all terminals', ['terminals'], undefined, undefined, []],
    ['all opening hours', ['openingHours'], {}, undefined, []],
    ['how the network is reached', ['network'], 'somehow', undefined, usualNetwork],
    ['a proxy mode', ['network', 'proxy'], 'socks', undefined, 'system'],
    ['a manual proxy that is nowhere', ['network', 'proxy'], 'manual', undefined, 'system'],
    ['a proxy with a path', ['network', 'host'], 'proxy/x', undefined, ''],
    ['a port', ['network', 'port'], 0, undefined, 8080],
    ['hosts without the proxy', ['network', 'noProxy'], 'all', undefined, []],
    ['a user name with a colon', ['network', 'user'], 'a:b', undefined, ''],
    ['a certificate file', ['network', 'certificateFile'], null, undefined, ''],
  ])('falls back alone: %s', (_, path, value, __, fallback) => {
    const result = read(withFields([path, value]));
    expect(result?.value).toEqual(withFields([path, fallback]));
    expect(result?.repaired).toHaveLength(1);
  });

  it.each([
    [['polling', 'intervalSeconds'], 'polling.intervalSeconds'],
    [['accounts', 0, 'stores', 1, 'name'], 'accounts[0].stores[1].name'],
    [['terminals', 1, 'watched'], 'terminals[1].watched'],
  ])('is named as people find it in the file: %s', (path, named) => {
    expect(read(withFields([path, null]))?.repaired).toEqual([named]);
  });

  it.each([
    ['an unknown region', ['accounts', 0, 'region'], 'mars'],
    ['an unknown environment', ['accounts', 0, 'environment'], 'prod'],
    ['no merchant account', ['accounts', 0, 'merchantAccount'], '  '],
    ['an ID that no variable can have', ['accounts', 0, 'id'], 'a/b'],
    ['no object', ['accounts', 0], 'ShopNL'],
  ])('takes its account along where a guess could send the key astray: %s', (_, path, value) => {
    expect(read(withFields([path, value]))).toEqual({
      value: without('accounts', 0),
      repaired: ['accounts[0]'],
    });
  });

  it('takes its terminal along where nothing is left to watch', () => {
    const result = read(withFields([['terminals', 1, 'poiid'], '']));
    expect(result).toEqual({ value: without('terminals', 1), repaired: ['terminals[1]'] });
  });

  it('takes its store along, and no other', () => {
    const result = read(withFields([['accounts', 0, 'stores', 0, 'reference'], null]));
    expect(result?.value.accounts[0]?.stores).toEqual([{ reference: 'AMS-01', name: 'Amsterdam', id: '' }]);
    expect(result?.repaired).toEqual(['accounts[0].stores[0]']);
  });

  it('takes all hours of its store along: by half of them people would not be told when they are there', () => {
    const good = { account: 'nl', store: 'AMS-01', hours: makeHours('09:00-18:00') };
    const bad = { account: 'nl', store: 'UTR-01', hours: makeHours('09:00-18:00', 'Europe/Utrecht') };
    const result = read(withFields([['openingHours'], [bad, good]]));
    expect(result?.value.openingHours).toEqual([good]);
    expect(result?.repaired).toEqual(['openingHours[0]']);
  });

  it.each<[string, (string | number)[], string]>([
    ['a source that there is not', ['accounts', 0, 'source'], 'accounts[0].source'],
    ['a store ID', ['accounts', 0, 'stores', 0, 'id'], 'accounts[0].stores[0].id'],
    [
      'the name of an import',
      ['accounts', 0, 'stores', 0, 'importedName'],
      'accounts[0].stores[0].importedName',
    ],
    ['that of a terminal', ['terminals', 0, 'importedName'], 'terminals[0].importedName'],
  ])('falls back alone: %s', (_what, path, repaired) => {
    expect(read(withFields([path, 7]))).toEqual({ value: first, repaired: [repaired] });
  });

  it('that does not exist goes alone', () => {
    const result = read(withFields([['accounts', 0, 'colour'], 'red']));
    expect(result).toEqual({ value: first, repaired: ['accounts[0].colour'] });
  });
});

describe('settings with many faults', () => {
  it('keep all the rest, and every fault is named by its place in the file', () => {
    const raw = withFields(
      [['accounts', 0], null],
      [['accounts', 2], makeAccount({ id: 'third', endpoint: 'ftp://127.0.0.1' })],
      [['terminals', 2], makeTerminal({ poiid: '' })],
      [['polling', 'intervalSeconds'], 0],
    );
    const result = read(raw);
    expect(result?.value.accounts.map(({ id, endpoint }) => [id, endpoint])).toEqual([
      ['ShopUS', 'http://127.0.0.1:8080'],
      ['third', null],
    ]);
    expect(result?.value.terminals).toEqual(first['terminals']);
    expect(result?.repaired.sort()).toEqual([
      'accounts[0]',
      'accounts[2].endpoint',
      'polling.intervalSeconds',
      'terminals[2]',
    ]);
  });

  it('leave open how to ask where the region has only the other way, and what ID the second of two stores has', () => {
    const stores = ['UTR-01', 'AMS-01'].map((reference) => ({ reference, name: reference, id: 'ST1' }));
    const account = makeAccount({ id: 'third', region: 'nea', source: 'connected-terminals', stores });
    const result = read(withFields([['accounts', 2], account]));
    expect(result?.value.accounts[2]).toEqual({
      ...account,
      source: 'auto',
      stores: [stores[0], { ...stores[1], id: '' }],
    });
    expect(result?.repaired).toEqual(['accounts[2].stores[1].id', 'accounts[2].source']);
  });

  it.each([
    ['accounts', 'accounts[2]'],
    ['terminals', 'terminals[2]'],
  ] as const)('keep the first of two that are the same: %s', (list, path) => {
    const raw = withFields([[list, 2], entries(list)[0]]);
    expect(read(raw)).toEqual({ value: first, repaired: [path] });
  });

  it('keep the first of two stores with one reference', () => {
    const result = read(withFields([['accounts', 0, 'stores', 1, 'reference'], 'UTR-01']));
    expect(result?.value.accounts[0]?.stores).toEqual([{ reference: 'UTR-01', name: 'Utrecht', id: '' }]);
  });

  it('keep the first of two POIIDs that differ in case only', () => {
    const raw = withFields([['terminals', 1, 'poiid'], 'v400M-324688179']);
    expect(read(raw)).toEqual({ value: without('terminals', 1), repaired: ['terminals[1]'] });
  });

  it('come to the defaults where nothing can be used', () => {
    expect(read({})?.value).toEqual(defaultSettings());
  });
});
