import { describe, expect, it } from 'vitest';
import type { CurrentRestart, CurrentStore, CurrentTerminal } from '../../../main/import/current.ts';
import type { FetchedStore, FetchedTerminal } from '../../../main/import/fetched.ts';
import { worthAsking } from '../../../main/import/merge.ts';
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
    const shown = preview(makeCurrent(), {
      stores: [makeStore(), makeStore({ id: 'ST2', reference: 'UTR-01', name: '' })],
    });
    expect(shown.items).toMatchObject([
      { kind: 'add-store', reference: 'AMS-01', storeId: 'ST1', name: 'Amsterdam', conflict: false },
      { kind: 'add-store', reference: 'UTR-01', storeId: 'ST2', name: 'UTR-01', conflict: false },
    ]);
    expect(shown.stores).toEqual([
      { reference: 'AMS-01', name: 'Amsterdam', isNew: true },
      { reference: 'UTR-01', name: 'UTR-01', isNew: true },
    ]);
  });

  it.each<[string, Partial<CurrentStore>, Partial<FetchedStore>, string[]]>([
    ['without a name gets one', {}, {}, ['name-store']],
    ['with the same name stays', { name: 'Amsterdam' }, {}, []],
    ['with a name of the user keeps it', { name: 'Dam square' }, {}, ['name-store!']],
    ['with a name that was imported follows', { name: 'Dam', importedName: 'Dam' }, {}, ['name-store']],
    ['renamed by the user since keeps that', { name: 'Dam', importedName: 'Damrak' }, {}, ['name-store!']],
    ['keeps its name where Adyen has none', { name: 'Dam square' }, { name: '' }, []],
    ['without an ID gets it', { name: 'Amsterdam', id: '' }, {}, ['store-id']],
    ['with another ID is doubtful', { name: 'Amsterdam', id: 'ST9' }, {}, ['store-id!']],
    ['is known by its ID too', { reference: 'ST1', id: '', name: 'Amsterdam' }, {}, []],
    ['with a new reference is known by its ID', { reference: 'AMS', name: 'Amsterdam' }, {}, []],
    ['that has lost its reference stays', { name: 'Amsterdam' }, { reference: '' }, []],
    ['that has closed is still named', {}, { status: 'closed' }, ['name-store']],
  ])('%s', (_what, present, listed, items) => {
    const current = makeCurrent({ stores: [makeCurrentStore(present)] });
    const shown = preview(current, { stores: [makeStore(listed)] });
    expect(told(shown)).toEqual(items);
    expect(shown.stores).toMatchObject([{ reference: current.stores[0]?.reference, isNew: false }]);
  });

  it.each<[Partial<FetchedStore>, object]>([
    [{ status: 'closed' }, { why: 'closed', name: 'Amsterdam' }],
    [
      { status: 'inactive', name: '' },
      { why: 'inactive', name: 'AMS-01' },
    ],
    [
      { reference: '', name: '' },
      { why: 'no-reference', name: 'ST1' },
    ],
  ])('that is new and %j is left out', (listed, skipped) => {
    expect(preview(makeCurrent(), { stores: [makeStore(listed)] })).toMatchObject({
      items: [],
      stores: [],
      skippedStores: [skipped],
    });
  });

  it('is added once, whatever the vendor repeats', () => {
    const stores = [makeStore(), makeStore({ id: 'ST2', name: 'Twin' })];
    expect(preview(makeCurrent(), { stores }).items).toMatchObject([{ name: 'Amsterdam' }]);
  });
});

it('an ID that another store has already is given to none', () => {
  const stores = [
    makeCurrentStore({ name: 'Amsterdam', id: '' }),
    makeCurrentStore({ reference: 'OLD', id: 'ST1' }),
  ];
  expect(told(preview(makeCurrent({ stores })))).toEqual([]);
});

describe('a listed terminal', () => {
  const stores = [makeCurrentStore({ name: 'Amsterdam' })];

  it('that is new is added with its name', () => {
    const current = makeCurrent({ stores });
    const shown = preview(current, { terminals: [makeTerminal()], settings: named('Till 1') });
    expect(shown.items).toEqual([
      {
        id: 'add-terminal:v400m-1',
        conflict: false,
        kind: 'add-terminal',
        poiid: 'V400m-1',
        store: 'AMS-01',
        name: 'Till 1',
      },
    ]);
    expect(shown.present).toEqual([]);
  });

  it.each<[string, Partial<CurrentTerminal>, string, Partial<FetchedTerminal>, string[]]>([
    ['nothing new', { name: 'Till 1' }, 'Till 1', {}, []],
    ['the same with other capitals', { poiid: 'v400M-1', name: 'Till 1' }, 'Till 1', {}, []],
    ['another hyphen', { name: 'Till 1' }, '', { poiid: 'V400m\u20111' }, []],
    ['a first name', {}, 'Till 1', {}, ['name-terminal']],
    ["another name than the user's", { name: 'Kiosk' }, 'Till 1', {}, ['name-terminal!']],
    ['another than was imported', { name: 'Till', importedName: 'Till' }, 'Till 1', {}, ['name-terminal']],
    ['no name any more', { name: 'Kiosk' }, '', {}, []],
    ['another store', { store: 'UTR-01' }, '', {}, ['move-terminal!']],
    ['a store in place of one that is gone', { store: 'GONE' }, '', {}, ['move-terminal']],
    ['anything, but the user does not watch it', { watched: false, store: 'UTR-01' }, 'Till 1', {}, []],
  ])('that is known, with %s', (_what, present, name, listed, items) => {
    const utrecht = makeCurrentStore({ reference: 'UTR-01', id: 'ST2' });
    const terminals = [makeCurrentTerminal(present)];
    const current = makeCurrent({ stores: [...stores, utrecht], terminals });
    const shown = preview(current, { terminals: [makeTerminal(listed)], settings: named(name) });
    expect(told(shown)).toEqual(items);
    // What does not change is shown as it is.
    expect(shown.present).toHaveLength(items.length === 0 ? 1 : 0);
  });

  it.each<[Partial<FetchedTerminal>, string]>([
    [{ status: 'inventory', storeId: null }, 'not-boarded'],
    [{ status: 'deployed' }, 'not-boarded'],
    [{ status: 'reassignmentInProgress' }, 'not-boarded'],
    [{ status: 'unknown' }, 'not-boarded'],
    [{ storeId: null }, 'no-store'],
    [{ storeId: 'ST9' }, 'no-store'],
    [{ merchantAccount: 'OtherMerchant' }, 'other-account'],
    [{ poiid: '\u0007' }, 'unusable'],
  ])('that is %j is listed, but not expected', (listed, why) => {
    expect(preview(makeCurrent({ stores }), { terminals: [makeTerminal(listed)] })).toMatchObject({
      items: [],
      present: [],
      skippedTerminals: [{ why }],
    });
  });

  it('that is listed twice counts once', () => {
    const terminals = [makeTerminal(), makeTerminal({ poiid: 'v400m-1' })];
    expect(preview(makeCurrent({ stores }), { terminals }).items).toHaveLength(1);
  });
});

describe('the daily restart of a store', () => {
  const terminals = (...times: (string | null)[]) =>
    times.map((restartTime, at) => makeTerminal({ poiid: `V400m-${at + 1}`, restartTime }));

  it.each<[string, CurrentRestart | null, FetchedTerminal[], string[]]>([
    ['is the usual one', usual(), terminals('06:00'), []],
    ['is another than the usual one', usual(), terminals('04:30', '04:30'), ['restart']],
    ['is known of one terminal only', usual(), terminals(null, '04:30'), ['restart']],
    ['is not known', usual(), terminals(null), []],
    ['differs from terminal to terminal', usual(), terminals('04:30', '05:00'), []],
    ["is another than the user's", written('05:00', null), terminals('04:30'), ['restart!']],
    ['is another than was imported', written('05:00', '05:00'), terminals('04:30'), ['restart']],
    ['is no concern of this store', null, terminals('04:30'), []],
  ])('%s', (_what, restart, listed, items) => {
    const stores = [makeCurrentStore({ name: 'Amsterdam', restart })];
    const known = listed.map(({ poiid }) => makeCurrentTerminal({ poiid }));
    expect(told(preview(makeCurrent({ stores, terminals: known }), { terminals: listed }))).toEqual(items);
  });

  it('is taken from the settings of the terminal where the list has none', () => {
    const stores = [makeCurrentStore({ name: 'Amsterdam' })];
    const current = makeCurrent({ stores, terminals: [makeCurrentTerminal()] });
    expect(preview(current, { terminals: [makeTerminal()], settings: named('', 3) }).items).toMatchObject([
      { kind: 'restart', from: '06:00', to: '03:00' },
    ]);
  });

  it('comes with a new store', () => {
    expect(preview(makeCurrent(), { terminals: terminals('04:30') }).items).toMatchObject([
      { kind: 'add-store', restart: '04:30' },
      { kind: 'add-terminal' },
    ]);
  });

  function usual(): CurrentRestart {
    return { at: '06:00', written: false, importedAt: null };
  }
  function written(at: string, importedAt: string | null): CurrentRestart {
    return { at, written: true, importedAt };
  }
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
    ['one that has one source only', ['nea'], [{ kind: 'region', to: 'nea' }]],
  ])('of all terminals is %s', (_what, regions, items) => {
    expect(regionItems('live', ...regions)).toMatchObject(items);
  });

  it('is not offered where the source that the user chose has no host', () => {
    const shown = preview(makeCurrent({ source: 'connected-terminals', stores, terminals }), {
      terminals: [makeTerminal({ region: 'nea' })],
    });
    expect([shown.items, shown.regions]).toEqual([[], ['nea']]);
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

it('names are asked for where there is none first, and never of what is not watched', () => {
  const terminals = [
    makeCurrentTerminal({ poiid: 'V400m-1', name: 'Till 1' }),
    makeCurrentTerminal({ poiid: 'V400m-2', watched: false }),
    makeCurrentTerminal({ poiid: 'V400m-3' }),
  ];
  const listed = [1, 2, 3, 4].map((at) => makeTerminal({ poiid: `V400m-${at}` }));
  const cupboard = makeTerminal({ poiid: 'V400m-5', status: 'inventory' });
  const fetched = { stores: [makeStore()], terminals: [...listed, cupboard] };
  expect(worthAsking(makeCurrent({ terminals }), fetched)).toEqual(['V400m-3', 'V400m-4', 'V400m-1']);
});
