import { describe, expect, it, test } from 'vitest';
import { usualListing, type Listing } from '../../../renderer/terminals/listing.ts';
import { hasNote, rowsOf, storeKey, type Row } from '../../../renderer/terminals/rows.ts';
import { makeOverview, makeStore, makeTerminal } from './overviews.ts';

const utrecht = makeStore({
  terminals: [
    makeTerminal({ poiid: 'V400m-1', name: 'Till 1' }),
    makeTerminal({ poiid: 'V400m-2', name: 'Till 2', status: 'suspect' }),
    makeTerminal({ poiid: 'V400m-3', name: 'Till 3', status: 'unknown' }),
    makeTerminal({ poiid: 'V400m-4', name: 'Till 4', status: 'disconnected' }),
  ],
});
const amersfoort = makeStore({
  reference: 'AMF-02',
  name: 'Amersfoort',
  terminals: [makeTerminal({ poiid: 'S1F2-000158213605014', name: 'Kiosk' })],
});
const overview = makeOverview({ stores: [utrecht, amersfoort] });

describe('the rows of the list', () => {
  it('puts what needs somebody first and leaves equals in their order', () => {
    const twice = makeStore({ terminals: [...utrecht.terminals, ...utrecht.terminals] });
    const rows = rowsOf(makeOverview({ stores: [twice] }), '', listed());
    expect(rows.map(told)).toEqual(
      ['Utrecht Centraal'].concat(...['Till 4', 'Till 3', 'Till 2', 'Till 1'].map((name) => [name, name])),
    );
  });

  it('closes the frame of each store at its last row only', () => {
    expect(
      rowsOf(overview, '', listed())
        .filter(({ last }) => last)
        .map(told),
    ).toEqual(['Till 1', 'Kiosk']);
  });

  it('keeps a store in which no terminal is known, with its note', () => {
    const empty = makeStore({ notice: 'nothing-found' });
    expect(rowsOf(makeOverview({ stores: [empty] }), '', listed()).map(({ kind }) => kind)).toEqual([
      'store',
      'note',
    ]);
  });

  it('has a key of its own for every row', () => {
    const keys = rowsOf(overview, '', listed()).map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
  });
});

describe('the order of the stores', () => {
  const stores = [
    makeStore({ reference: 'A', name: 'Store 10' }),
    makeStore({
      reference: 'B',
      name: 'Store 9',
      verdict: 'disconnected',
      terminals: [makeTerminal({ status: 'disconnected' })],
    }),
    makeStore({ reference: 'C', name: 'Store 2', verdict: 'attention' }),
    makeStore({
      reference: 'D',
      name: 'Store 1',
      verdict: 'disconnected',
      terminals: [
        makeTerminal({ poiid: 'V400m-1', status: 'disconnected' }),
        makeTerminal({ poiid: 'V400m-2', status: 'disconnected' }),
      ],
    }),
  ];
  test.each([
    { sort: 'trouble', order: ['Store 9', 'Store 1', 'Store 2', 'Store 10'] },
    { sort: 'name', order: ['Store 1', 'Store 2', 'Store 9', 'Store 10'] },
    { sort: 'missing', order: ['Store 1', 'Store 9', 'Store 2', 'Store 10'] },
  ] as const)('by $sort is $order', ({ sort, order }) => {
    const rows = rowsOf(makeOverview({ stores }), '', listed({ sort }));
    expect(rows.filter(({ kind }) => kind === 'store').map(told)).toEqual(order);
  });

  it('by name leaves the terminals of a store by name as well', () => {
    const rows = rowsOf(makeOverview({ stores: [utrecht] }), '', listed({ sort: 'name' }));
    expect(rows.map(told)).toEqual(['Utrecht Centraal', 'Till 1', 'Till 2', 'Till 3', 'Till 4']);
  });
});

describe('a folded store', () => {
  const folded = [storeKey(utrecht)];
  it('shows its head alone, which closes its frame', () => {
    const [head, next] = rowsOf(overview, '', listed({ folded }));
    expect(head).toMatchObject({ kind: 'store', fold: 'folded', last: true });
    expect(next).toMatchObject({ kind: 'store', store: amersfoort, fold: 'open' });
  });

  test.each([
    { why: 'it holds what was searched for', search: 'till 4', shown: 'all' },
    { why: 'a filter asks for what it holds', search: '', shown: 'disconnected' },
  ] as const)('opens for as long as $why', ({ search, shown }) => {
    const rows = rowsOf(overview, search, listed({ folded, shown }));
    expect(rows.map(told)).toEqual(['Utrecht Centraal', 'Till 4']);
    expect(rows[0]).toMatchObject({ fold: 'fixed' });
  });
});

describe('what is found', () => {
  test.each([
    { search: 'kiosk', found: ['Amersfoort', 'Kiosk'] },
    { search: 'S1F2', found: ['Amersfoort', 'Kiosk'] },
    { search: ' TILL  4 ', found: ['Utrecht Centraal', 'Till 4'] },
    { search: '605014', found: ['Amersfoort', 'Kiosk'] },
    { search: 'utrecht till 1', found: ['Utrecht Centraal', 'Till 1'] },
    { search: 'amf-02', found: ['Amersfoort', 'Kiosk'] },
    { search: 'nowhere', found: [] },
  ])('$search finds $found', ({ search, found }) => {
    expect(rowsOf(overview, search, listed()).map(told)).toEqual(found);
  });

  test.each([
    { filter: 'disconnected', found: ['Utrecht Centraal', 'Till 4'] },
    { filter: 'unknown', found: ['Utrecht Centraal', 'Till 3'] },
  ] as const)('the filter $filter leaves $found', ({ filter, found }) => {
    expect(rowsOf(overview, '', listed({ shown: filter })).map(told)).toEqual(found);
  });
});

describe('the note of a store', () => {
  test.each([
    { what: 'nothing to say', store: {}, failure: null, note: false },
    { what: 'a notice', store: { notice: 'all-missing' }, failure: null, note: true },
    {
      what: 'a failure the banner is silent about',
      store: { failure: { kind: 'offline' } },
      failure: null,
      note: true,
    },
    {
      what: 'the failure of the banner',
      store: { failure: { kind: 'offline' } },
      failure: { kind: 'offline' },
      note: false,
    },
    {
      what: 'another failure than the banner',
      store: { failure: { kind: 'key-missing' } },
      failure: { kind: 'offline' },
      note: true,
    },
  ] as const)('with $what is shown: $note', ({ store, failure, note }) => {
    expect(hasNote(makeStore(store), makeOverview({ failure }))).toBe(note);
  });
});

function told(row: Row): string {
  return row.kind === 'terminal' ? row.terminal.name : row.kind === 'note' ? '(note)' : row.store.name;
}

function listed({
  shown = 'all',
  ...rest
}: Partial<Omit<Listing, 'shown'>> & { shown?: 'all' | 'disconnected' | 'unknown' } = {}) {
  return { ...usualListing, ...rest, filter: shown };
}
