import { describe, expect, it } from 'vitest';
import type { CurrentStore, CurrentTerminal } from '../../../main/import/current.ts';
import type { FetchedStore, FetchedTerminal } from '../../../main/import/fetched.ts';
import { suggested } from '../../../main/import/merge.ts';
import {
  makeCurrent,
  makeCurrentStore,
  makeCurrentTerminal,
  makeStore,
  makeTerminal,
  named,
  preview,
} from './make.ts';

/** Item kinds, with a mark on those that would replace the user's words. */
function told(shown: ReturnType<typeof preview>): string[] {
  return shown.items.map(({ kind, conflict }) => (conflict ? `${kind}!` : kind));
}

describe('a listed store', () => {
  it('that is new is added under its description, or else its reference', () => {
    const items = preview(makeCurrent(), {
      stores: [makeStore(), makeStore({ id: 'ST2', reference: 'UTR-01', name: '' })],
    }).items;
    expect(items).toMatchObject([
      { kind: 'add-store', reference: 'AMS-01', name: 'Amsterdam', conflict: false },
      { kind: 'add-store', reference: 'UTR-01', name: 'UTR-01', conflict: false },
    ]);
  });

  it.each<[string, Partial<CurrentStore>, Partial<FetchedStore>, string[]]>([
    ['without a name gets one', {}, {}, ['name-store']],
    ['with the same name stays', { name: 'Amsterdam' }, {}, []],
    ['with a name of the user keeps it', { name: 'Dam square' }, {}, ['name-store!']],
    ['with a name that was imported follows', { name: 'Dam', importedName: 'Dam' }, {}, ['name-store']],
    ['renamed by the user since keeps that', { name: 'Dam', importedName: 'Damrak' }, {}, ['name-store!']],
    ['keeps its name where Adyen has none', { name: 'Dam square' }, { name: '' }, []],
    ['is known by its ID too', { reference: 'ST1', name: 'Amsterdam' }, {}, []],
    ['that has closed is still named', {}, { status: 'closed' }, ['name-store']],
  ])('%s', (_what, present, listed, items) => {
    const current = makeCurrent({ stores: [makeCurrentStore(present)] });
    expect(told(preview(current, { stores: [makeStore(listed)] }))).toEqual(items);
  });

  it.each<[Partial<FetchedStore>, string]>([
    [{ status: 'closed' }, 'closed'],
    [{ status: 'inactive' }, 'inactive'],
    [{ reference: '' }, 'no-reference'],
  ])('that is new and %j is left out', (listed, why) => {
    expect(preview(makeCurrent(), { stores: [makeStore(listed)] })).toMatchObject({
      items: [],
      skippedStores: [{ why }],
    });
  });

  it('is added once, whatever the vendor repeats', () => {
    const stores = [makeStore(), makeStore({ id: 'ST2', name: 'Twin' })];
    expect(preview(makeCurrent(), { stores }).items).toMatchObject([{ name: 'Amsterdam' }]);
  });
});

describe('a listed terminal', () => {
  const stores = [makeCurrentStore({ name: 'Amsterdam' })];

  it('that is new is added with its name and its restart', () => {
    expect(
      preview(makeCurrent({ stores }), {
        terminals: [makeTerminal({ restartTime: '04:30' })],
        settings: named('Till 1', 6),
      }).items,
    ).toEqual([
      {
        id: 'add-terminal:v400m-1',
        conflict: false,
        kind: 'add-terminal',
        poiid: 'V400m-1',
        store: 'AMS-01',
        name: 'Till 1',
        restartTime: '04:30',
      },
    ]);
  });

  it.each<[string, Partial<CurrentTerminal>, string, Partial<FetchedTerminal>, string[]]>([
    ['nothing new', { name: 'Till 1' }, 'Till 1', {}, []],
    ['the same with other capitals', { poiid: 'v400M-1', name: 'Till 1' }, 'Till 1', {}, []],
    ['a first name', {}, 'Till 1', {}, ['name-terminal']],
    ["another name than the user's", { name: 'Kiosk' }, 'Till 1', {}, ['name-terminal!']],
    ['another than was imported', { name: 'Till', importedName: 'Till' }, 'Till 1', {}, ['name-terminal']],
    ['no name any more', { name: 'Kiosk' }, '', {}, []],
    ['a first restart time', {}, '', { restartTime: '04:30' }, ['restart-time']],
    ["another than the user's", { restartTime: '05:00' }, '', { restartTime: '04:30' }, ['restart-time!']],
    [
      'another than was imported',
      { restartTime: '05:00', importedRestartTime: '05:00' },
      '',
      { restartTime: '04:30' },
      ['restart-time'],
    ],
    ['another store', { store: 'UTR-01' }, '', {}, ['move-terminal!']],
    ['anything, but the user does not watch it', { watched: false, store: 'UTR-01' }, 'Till 1', {}, []],
  ])('that is known, with %s', (_what, present, name, listed, items) => {
    const current = makeCurrent({ stores, terminals: [makeCurrentTerminal(present)] });
    expect(told(preview(current, { terminals: [makeTerminal(listed)], settings: named(name) }))).toEqual(
      items,
    );
  });

  it('takes its restart from its settings where the list has none', () => {
    const current = makeCurrent({ stores, terminals: [makeCurrentTerminal()] });
    expect(preview(current, { terminals: [makeTerminal()], settings: named('', 3) }).items).toMatchObject([
      { kind: 'restart-time', from: null, to: '03:00' },
    ]);
  });

  it.each<[Partial<FetchedTerminal>, string]>([
    [{ status: 'inventory', storeId: null }, 'not-boarded'],
    [{ status: 'deployed' }, 'not-boarded'],
    [{ status: 'reassignmentInProgress' }, 'not-boarded'],
    [{ status: 'unknown' }, 'not-boarded'],
    [{ storeId: null }, 'no-store'],
    [{ storeId: 'ST9' }, 'no-store'],
    [{ merchantAccount: 'OtherMerchant' }, 'other-account'],
  ])('that is %j is listed, but not expected', (listed, why) => {
    const terminal = makeTerminal(listed);
    expect(preview(makeCurrent({ stores }), { terminals: [terminal] })).toMatchObject({
      items: [],
      skippedTerminals: [{ terminal, why }],
    });
  });
});

describe('the region', () => {
  const stores = [makeCurrentStore({ name: 'Amsterdam' })];
  const terminals = [makeCurrentTerminal(), makeCurrentTerminal({ poiid: 'V400m-2' })];
  const regionItems = (environment: 'test' | 'live', ...regions: FetchedTerminal['region'][]) =>
    preview(makeCurrent({ environment, stores, terminals }), {
      terminals: regions.map((region, at) => makeTerminal({ poiid: `V400m-${at + 1}`, region })),
    }).items;

  it.each<[string, FetchedTerminal['region'][], object[]]>([
    ['the same', ['eu', 'eu'], []],
    ['not told', [null], []],
    ['another', ['us', 'us'], [{ kind: 'region', from: 'eu', to: 'us', conflict: true }]],
    ['several', ['us', 'eu'], []],
  ])('of all terminals is %s', (_what, regions, items) => {
    expect(regionItems('live', ...regions)).toMatchObject(items);
  });

  it('is of no interest in test', () => {
    expect(regionItems('test', 'us')).toEqual([]);
  });

  it('is told where there is no single one', () => {
    const shown = preview(makeCurrent({ stores }), {
      terminals: [makeTerminal({ region: 'us' }), makeTerminal({ poiid: 'V400m-2', region: 'nea' })],
    });
    expect(shown.regions).toEqual(['us', 'nea']);
  });
});

it('only what replaces no word of the user is ticked from the start', () => {
  const current = makeCurrent({
    stores: [makeCurrentStore({ name: 'Dam square' })],
    terminals: [makeCurrentTerminal()],
  });
  const shown = preview(current, {
    terminals: [makeTerminal(), makeTerminal({ poiid: 'V400m-2', region: 'us' })],
    settings: named('Till 1'),
  });
  expect(shown.items.map(({ id }) => id)).toEqual([
    'region',
    'name-store:AMS-01',
    'name-terminal:v400m-1',
    'add-terminal:v400m-2',
  ]);
  expect([...suggested(shown)]).toEqual(['name-terminal:v400m-1', 'add-terminal:v400m-2']);
});
