import { describe, expect, it, test } from 'vitest';
import { hasNote, rowsOf, type Row } from '../../../renderer/terminals/rows.ts';
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
    const rows = rowsOf(makeOverview({ stores: [twice] }), '', 'all');
    expect(rows.map(told)).toEqual(
      ['Utrecht Centraal'].concat(...['Till 4', 'Till 3', 'Till 2', 'Till 1'].map((name) => [name, name])),
    );
  });

  it('closes the frame of each store at its last row only', () => {
    expect(
      rowsOf(overview, '', 'all')
        .filter(({ last }) => last)
        .map(told),
    ).toEqual(['Till 1', 'Kiosk']);
  });

  it('keeps a store in which no terminal is known, with its note', () => {
    const empty = makeStore({ notice: 'nothing-found' });
    expect(rowsOf(makeOverview({ stores: [empty] }), '', 'all').map(({ kind }) => kind)).toEqual([
      'store',
      'note',
    ]);
  });

  it('has a key of its own for every row', () => {
    const keys = rowsOf(overview, '', 'all').map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
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
    expect(rowsOf(overview, search, 'all').map(told)).toEqual(found);
  });

  test.each([
    { filter: 'disconnected', found: ['Utrecht Centraal', 'Till 4'] },
    { filter: 'unknown', found: ['Utrecht Centraal', 'Till 3'] },
  ] as const)('the filter $filter leaves $found', ({ filter, found }) => {
    expect(rowsOf(overview, '', filter).map(told)).toEqual(found);
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
