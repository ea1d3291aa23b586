import { describe, expect, it, test } from 'vitest';
import { readListing, usualListing, type Listing } from '../../../renderer/terminals/listing.ts';

describe('how the list was left', () => {
  it('is read as it was kept', () => {
    const left: Listing = { shown: 'unwatched', sort: 'missing', folded: ['main/UTR-01'] };
    expect(readListing(JSON.parse(JSON.stringify(left)))).toEqual(left);
  });

  test.each([null, 7, 'all', [], {}])('is as usual where nothing useful was kept: %j', (kept) => {
    expect(readListing(kept)).toEqual(usualListing);
  });

  it('loses only what is unusable', () => {
    expect(readListing({ shown: 'nonsense', sort: 'name', folded: ['main/UTR-01', 7] })).toEqual({
      shown: 'all',
      sort: 'name',
      folded: ['main/UTR-01'],
    });
  });
});
