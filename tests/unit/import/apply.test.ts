import { describe, expect, it } from 'vitest';
import { applyImport } from '../../../main/import/apply.ts';
import {
  everything,
  harmless,
  makeCurrent,
  makeCurrentStore,
  makeCurrentTerminal,
  makeStore,
  makeTerminal,
  named,
  preview,
} from './make.ts';

const fetched = {
  stores: [makeStore(), makeStore({ id: 'ST2', reference: 'UTR-01', name: 'Utrecht' })],
  terminals: [
    makeTerminal({ storeId: 'ST2', restartTime: '04:30', region: 'us' }),
    makeTerminal({ poiid: 'V400m-2', storeId: 'ST2', restartTime: '04:30' }),
    makeTerminal({ poiid: 'V400m-3', restartTime: '03:00' }),
  ],
  settings: named('Till 1'),
};

/** Two stores, one new; a terminal that is new, and one that differs in everything from what the user wrote. */
function makeCase() {
  const current = makeCurrent({
    stores: [
      makeCurrentStore({
        id: 'ST9',
        name: 'Dam square',
        restart: { at: '05:00', written: true, importedAt: null },
      }),
    ],
    terminals: [makeCurrentTerminal({ name: 'Kiosk' }), makeCurrentTerminal({ poiid: 'V400m-3' })],
  });
  const { items } = preview(current, fetched);
  return { current, items };
}

const utrecht = {
  reference: 'UTR-01',
  id: 'ST2',
  name: 'Utrecht',
  importedName: 'Utrecht',
  restart: { at: '04:30', written: true, importedAt: '04:30' },
};
const second = makeCurrentTerminal({ poiid: 'V400m-2', store: 'UTR-01' });

describe('an import', () => {
  it('with nothing ticked changes nothing', () => {
    const { current, items } = makeCase();
    expect(applyImport(current, items, new Set())).toEqual(current);
  });

  it('without conflicts adds, and touches nothing that the user wrote', () => {
    const { current, items } = makeCase();
    const after = applyImport(current, items, harmless({ items }));
    expect(after).toEqual({
      ...current,
      stores: [...current.stores, utrecht],
      terminals: [...current.terminals, second],
    });
    // Whoever saves it sees by that what has changed.
    expect(after.stores[0]).toBe(current.stores[0]);
    expect(after.terminals[0]).toBe(current.terminals[0]);
  });

  it('with everything ticked takes all from Adyen', () => {
    const { current, items } = makeCase();
    expect(applyImport(current, items, everything({ items }))).toEqual({
      ...current,
      region: 'us',
      stores: [
        makeCurrentStore({
          name: 'Amsterdam',
          importedName: 'Amsterdam',
          restart: { at: '03:00', written: true, importedAt: '03:00' },
        }),
        utrecht,
      ],
      terminals: [
        makeCurrentTerminal({ store: 'UTR-01', name: 'Till 1', importedName: 'Till 1' }),
        makeCurrentTerminal({ poiid: 'V400m-3' }),
        second,
      ],
    });
  });

  it.each([
    ['region:', { region: 'us' }],
    ['name-store:AMS-01', { stores: [{ name: 'Amsterdam', id: 'ST9' }] }],
    ['store-id:AMS-01', { stores: [{ name: 'Dam square', id: 'ST1' }] }],
    ['restart:AMS-01', { stores: [{ name: 'Dam square', restart: { at: '03:00' } }] }],
    ['add-store:UTR-01', { stores: [{ name: 'Dam square' }, utrecht] }],
    ['name-terminal:v400m-1', { terminals: [{ name: 'Till 1', store: 'AMS-01' }, {}] }],
  ])('does %s alone', (id, change) => {
    const { current, items } = makeCase();
    const { region, stores, terminals } = current;
    expect(applyImport(current, items, new Set([id]))).toMatchObject({
      region,
      stores,
      terminals,
      ...change,
    });
  });

  it.each(['add-terminal:v400m-2', 'move-terminal:v400m-1'])(
    'does not do %s where the new store is not ticked',
    (id) => {
      const { current, items } = makeCase();
      expect(applyImport(current, items, new Set([id]))).toEqual(current);
      expect(applyImport(current, items, new Set([id, 'add-store:UTR-01'])).terminals).not.toEqual(
        current.terminals,
      );
    },
  );

  it('plans the usual restart of a new store where Adyen has no single one', () => {
    const stores = [makeStore({ id: 'ST2', reference: 'UTR-01', name: 'Utrecht' })];
    const { items } = preview(makeCurrent(), { stores });
    expect(applyImport(makeCurrent(), items, everything({ items })).stores).toMatchObject([
      { restart: { at: '06:00' } },
    ]);
  });

  it('done twice is done once, and then there is nothing left to do', () => {
    const { current, items } = makeCase();
    const all = everything({ items });
    const once = applyImport(current, items, all);
    expect(applyImport(once, items, all)).toEqual(once);
    expect(preview(once, fetched).items).toEqual([]);
  });

  it('of a thousand stores and ten thousand terminals takes no noticeable time', () => {
    const stores = Array.from({ length: 1000 }, (_, at) => makeStore({ id: `ST${at}`, reference: `S${at}` }));
    const terminals = Array.from({ length: 10_000 }, (_, at) =>
      makeTerminal({ poiid: `V400m-${at}`, storeId: `ST${at % 1000}` }),
    );
    const began = performance.now();
    const { items } = preview(makeCurrent(), { stores, terminals });
    const after = applyImport(makeCurrent(), items, everything({ items }));
    expect([after.stores.length, after.terminals.length]).toEqual([1000, 10_000]);
    expect(preview(after, { stores, terminals }).present).toHaveLength(10_000);
    // A comparison of each with each would take seconds.
    expect(performance.now() - began).toBeLessThan(2000);
  });
});
