import { describe, expect, it } from 'vitest';
import { applyImport } from '../../../main/import/apply.ts';
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

/** Two stores, one new; a terminal that is new, and one that differs in everything from what the user wrote. */
function makeCase() {
  const current = makeCurrent({
    stores: [makeCurrentStore({ name: 'Dam square' })],
    terminals: [makeCurrentTerminal({ name: 'Kiosk', restartTime: '05:00' })],
  });
  const shown = preview(current, {
    stores: [makeStore(), makeStore({ id: 'ST2', reference: 'UTR-01', name: 'Utrecht' })],
    terminals: [
      makeTerminal({ storeId: 'ST2', restartTime: '04:30', region: 'us' }),
      makeTerminal({ poiid: 'V400m-2', storeId: 'ST2' }),
    ],
    settings: named('Till 1'),
  });
  return { current, shown };
}

const utrecht = { reference: 'UTR-01', name: 'Utrecht', importedName: 'Utrecht' };
const second = makeCurrentTerminal({ poiid: 'V400m-2', store: 'UTR-01' });

describe('an import', () => {
  it('with nothing ticked changes nothing', () => {
    const { current, shown } = makeCase();
    expect(applyImport(current, shown, new Set())).toEqual(current);
  });

  it('as suggested adds, and touches nothing that the user wrote', () => {
    const { current, shown } = makeCase();
    expect(applyImport(current, shown, suggested(shown))).toEqual({
      ...current,
      stores: [...current.stores, utrecht],
      terminals: [...current.terminals, second],
    });
  });

  it('with everything ticked takes all from Adyen', () => {
    const { current, shown } = makeCase();
    expect(applyImport(current, shown, new Set(shown.items.map(({ id }) => id)))).toEqual({
      ...current,
      region: 'us',
      stores: [makeCurrentStore({ name: 'Amsterdam', importedName: 'Amsterdam' }), utrecht],
      terminals: [
        makeCurrentTerminal({
          store: 'UTR-01',
          name: 'Till 1',
          importedName: 'Till 1',
          restartTime: '04:30',
          importedRestartTime: '04:30',
        }),
        second,
      ],
    });
  });

  it.each([
    ['region', { region: 'us' }],
    ['name-store:AMS-01', { stores: [{ name: 'Amsterdam' }] }],
    ['add-store:UTR-01', { stores: [{ name: 'Dam square' }, utrecht] }],
    ['name-terminal:v400m-1', { terminals: [{ name: 'Till 1', store: 'AMS-01', restartTime: '05:00' }] }],
    ['restart-time:v400m-1', { terminals: [{ name: 'Kiosk', restartTime: '04:30' }] }],
  ])('does %s alone', (id, change) => {
    const { current, shown } = makeCase();
    const { region, stores, terminals } = current;
    expect(applyImport(current, shown, new Set([id]))).toMatchObject({
      region,
      stores,
      terminals,
      ...change,
    });
  });

  it.each(['add-terminal:v400m-2', 'move-terminal:v400m-1'])(
    'does not do %s where the new store is not ticked',
    (id) => {
      const { current, shown } = makeCase();
      expect(applyImport(current, shown, new Set([id]))).toEqual(current);
      expect(applyImport(current, shown, new Set([id, 'add-store:UTR-01'])).terminals).not.toEqual(
        current.terminals,
      );
    },
  );

  it('done twice is done once, and then there is nothing left to do', () => {
    const { current, shown } = makeCase();
    const all = new Set(shown.items.map(({ id }) => id));
    const once = applyImport(current, shown, all);
    expect(applyImport(once, shown, all)).toEqual(once);
    const again = preview(once, {
      stores: [makeStore(), makeStore({ id: 'ST2', reference: 'UTR-01', name: 'Utrecht' })],
      terminals: [
        makeTerminal({ storeId: 'ST2', restartTime: '04:30', region: 'us' }),
        makeTerminal({ poiid: 'V400m-2', storeId: 'ST2' }),
      ],
      settings: named('Till 1'),
    });
    expect(again.items).toEqual([]);
  });
});
