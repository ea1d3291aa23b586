import { expect, it, test } from 'vitest';
import { unwatchedRows } from '../../../renderer/terminals/unwatched.ts';
import { makeOverview, makeStore } from './overviews.ts';

const { account } = makeStore();
const overview = makeOverview({ stores: [makeStore({ reference: 'UTR-01', name: 'Utrecht Centraal' })] });
const kiosk = { account, store: 'UTR-01', poiid: 'UX410-801212733', name: 'Kiosk' };
const nameless = { account, store: 'GONE-09', poiid: 'V400m-324688179', name: '' };

test.each([
  { search: '', found: ['Kiosk', 'V400m-324688179'] },
  { search: 'kiosk', found: ['Kiosk'] },
  { search: '801212', found: ['Kiosk'] },
  { search: 'centraal', found: ['Kiosk'] },
  { search: 'utr-01', found: ['Kiosk'] },
  { search: 'gone-09 v400m', found: ['V400m-324688179'] },
  { search: 'nowhere', found: [] },
])('"$search" finds $found among the terminals that nobody watches', ({ search, found }) => {
  expect(unwatchedRows([kiosk, nameless], overview, search).map(({ name }) => name)).toEqual(found);
});

it('names the store, and has its reference where that store is gone', () => {
  expect(unwatchedRows([kiosk, nameless], overview, '').map(({ store }) => store)).toEqual([
    'Utrecht Centraal',
    'GONE-09',
  ]);
});

it('takes a store of the same reference at another account for none', () => {
  const [row] = unwatchedRows([{ ...kiosk, account: 'other' }], overview, '');
  expect(row?.store).toBe('UTR-01');
});
