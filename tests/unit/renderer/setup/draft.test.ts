import { describe, expect, it, test } from 'vitest';
import { freshDraft, readSetupDraft, type SetupDraft } from '../../../../renderer/setup/draft.ts';

const half: SetupDraft = {
  ...freshDraft(),
  step: 'merchant',
  values: { ...freshDraft().values, merchantAccount: 'ShopNL' },
  names: { 'V400m-1': 'Till 1' },
};

describe('a first run that was closed half-way', () => {
  it('goes on as it was kept', () => {
    expect(readSetupDraft(JSON.parse(JSON.stringify(half)))).toEqual(half);
  });

  test.each(['found', 'finish'] as const)('asks for the stores again where it had come to %s', (step) => {
    expect(readSetupDraft({ ...half, step })).toEqual({ ...half, step: 'stores' });
  });

  it('keeps no key', () => {
    expect(freshDraft().values).not.toHaveProperty('key');
  });

  test.each([
    null,
    'half',
    {},
    { ...half, values: null },
    { ...half, values: { ...half.values, region: 7 } },
    { ...half, values: { ...half.values, stores: [{ reference: 'UTR-01' }] } },
    { ...half, values: { ...half.values, stores: 'UTR-01' } },
  ])('begins anew where what was kept makes no sense: %j', (kept) => {
    expect(readSetupDraft(kept)).toEqual(freshDraft());
  });

  it('loses only names that are none', () => {
    expect(readSetupDraft({ ...half, names: { 'V400m-1': 'Till 1', 'V400m-2': 2 } })).toEqual(half);
  });
});
