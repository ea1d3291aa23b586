import { describe, expect, it } from 'vitest';
import { finishSetup } from '../../../main/settings/edit-setup.ts';
import { checkEndpoint } from '../../../main/terminal-api/endpoints.ts';
import { makeSettings } from './make.ts';

const draft = {
  id: null,
  environment: 'test' as const,
  region: 'eu' as const,
  merchantAccount: 'ShopNL',
  endpoint: '',
  source: 'auto' as const,
  stores: [{ reference: ' UTR-01 ', name: 'Utrecht', id: '' }],
};
const found = (poiid: string, name = '', store = 'UTR-01') => ({ store, poiid, name });
const bare = makeSettings({ accounts: [], terminals: [] });
const finish = (...terminals: ReturnType<typeof found>[]) =>
  finishSetup(bare, [], { draft, found: terminals }, checkEndpoint);

describe('the end of the first run', () => {
  it('leaves an account whose terminals are expected, by their names', () => {
    expect(finish(found('V400m-1', ' Till\n1 '), found('V400m-2'))).toMatchObject({
      ok: true,
      value: { id: 'ShopNL' },
      settings: {
        accounts: [{ id: 'ShopNL', stores: [{ reference: 'UTR-01' }] }],
        terminals: [
          { account: 'ShopNL', store: 'UTR-01', poiid: 'V400m-1', name: 'Till 1', watched: true },
          { account: 'ShopNL', store: 'UTR-01', poiid: 'V400m-2', name: '', watched: true },
        ],
      },
    });
  });

  it('takes a terminal that two stores list once, and none of a store that is not there', () => {
    const edit = finish(found('V400m-1', 'A'), found('v400m-1', 'B'), found('V400m-2', '', 'AMF-02'));
    expect(edit.ok && edit.settings.terminals.map(({ name }) => name)).toEqual(['A']);
  });

  it('says which name is too long, and changes nothing', () => {
    expect(finish(found('V400m-1', 'x'.repeat(201)))).toMatchObject({
      ok: false,
      error: { code: 'out-of-range', field: 'found' },
    });
  });

  it('is refused what any account is refused', () => {
    expect(
      finishSetup(bare, [], { draft: { ...draft, merchantAccount: ' ' }, found: [] }, checkEndpoint),
    ).toMatchObject({ ok: false, error: { code: 'required', field: 'merchantAccount' } });
  });
});
