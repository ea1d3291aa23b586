import { describe, expect, it, test } from 'vitest';
import { freshDraft, readSetupDraft, type SetupDraft } from '../../../../renderer/setup/draft.ts';

const withKey = { keyMissing: false };

const half: SetupDraft = {
  ...freshDraft(),
  step: 'merchant',
  reached: 'merchant',
  values: { ...freshDraft().values, merchantAccount: 'ShopNL' },
  names: { 'V400m-1': 'Till 1' },
};

describe('a first run that was closed half-way', () => {
  it('goes on as it was kept', () => {
    expect(readSetupDraft(JSON.parse(JSON.stringify(half)), withKey)).toEqual(half);
  });

  test.each(['found', 'finish'] as const)('asks for the stores again where it had come to %s', (step) => {
    expect(readSetupDraft({ ...half, step, reached: step }, withKey)).toEqual({
      ...half,
      step: 'stores',
      reached: 'stores',
    });
  });

  test.each([
    { was: 'where', is: 'where' },
    { was: 'key', is: 'key' },
    { was: 'merchant', is: 'key' },
    { was: 'finish', is: 'key' },
  ])('asks first for a key that is forgotten where it had come to $was', ({ was, is }) => {
    const { step } = readSetupDraft({ ...half, step: was }, { keyMissing: true });
    expect(step).toBe(is);
  });

  it('leaves the way open to the furthest step that was seen', () => {
    const kept = { ...half, step: 'where', reached: 'stores' };
    expect(readSetupDraft(kept, { keyMissing: true })).toMatchObject({ step: 'where', reached: 'stores' });
    expect(readSetupDraft({ ...half, reached: 7 }, withKey)).toEqual(half);
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
    expect(readSetupDraft(kept, withKey)).toEqual(freshDraft());
  });

  it('loses only names that are none', () => {
    const kept = { ...half, names: { 'V400m-1': 'Till 1', 'V400m-2': 2 } };
    expect(readSetupDraft(kept, withKey)).toEqual(half);
  });
});
