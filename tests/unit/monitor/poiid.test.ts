import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPoiid, samePoiid, splitPoiids } from '../../../main/monitor/poiid.ts';

/** What surrounds an ID in documents, in any order. */
const typing = fc.string({
  unit: fc.constantFrom(...'a1-–"’•* \t_é☁\u00A0\u200B\u00AD\u2011'.split('')),
  maxLength: 20,
});

describe('a POIID that somebody typed', () => {
  it.each([
    'V400m-324688179',
    'P400Plus-275102806',
    'S1F2-000158213600107',
    'e285-401972710',
    'UX410-801212733',
    'Model of next year-1',
  ])('is taken as it is: %s', (poiid) => {
    expect(readPoiid(poiid)).toEqual({ usable: true, poiid, repaired: false, odd: false });
  });

  it.each([
    ['U+2010', 'V400m\u2010324688179'],
    ['U+2011, as in the documentation of the vendor', 'V400m\u2011324688179'],
    ['U+2012', 'V400m\u2012324688179'],
    ['an en dash', 'V400m\u2013324688179'],
    ['an em dash', 'V400m\u2014324688179'],
    ['U+2015', 'V400m\u2015324688179'],
    ['a minus sign', 'V400m\u2212324688179'],
    ['U+FE58', 'V400m\uFE58324688179'],
    ['U+FE63', 'V400m\uFE63324688179'],
    ['a full-width hyphen', 'V400m\uFF0D324688179'],
    ['blanks around the hyphen', 'V400m - 324688179'],
    ['a soft hyphen', 'V400m-324\u00AD688179'],
    ['a zero-width space', 'V400m-\u200B324688179'],
    ['a direction mark', 'V400m-324688179\u200E'],
    ['quotes', '"V400m-324688179"'],
    ['quotes of a word processor', '“V400m-324688179”'],
    ['a list mark', '• V400m-324688179'],
    ['a dash as list mark', '– V400m-324688179'],
  ])('is repaired: %s', (_, typed) => {
    expect(readPoiid(typed)).toEqual({
      usable: true,
      poiid: 'V400m-324688179',
      repaired: true,
      odd: false,
    });
  });

  it.each([
    ['blanks', '  V400m-324688179 '],
    ['a non-breaking space', 'V400m-324688179\u00A0'],
    ['a byte order mark', '\uFEFFV400m-324688179'],
  ])('may have %s around it, which is not worth a word', (_, typed) => {
    expect(readPoiid(typed)).toMatchObject({ poiid: 'V400m-324688179', repaired: false });
  });

  it.each(['V400m', 'V400m-', '-324688179', 'V400m-324 688', 'Ünïcode-1', '☁-1', 'install.7f3a'])(
    'is odd but usable: %s',
    (typed) => {
      expect(readPoiid(typed)).toEqual({ usable: true, poiid: typed, repaired: false, odd: true });
    },
  );

  it.each([
    ['nothing', '', ''],
    ['only what is invisible', '\u200B\u00AD', ''],
    ['only dashes', '-----', '-----'],
    ['a control character', 'V400m\u0007-1', 'V400m�-1'],
    ['half a surrogate pair', '\uD800-1', '�-1'],
    ['more than 100 characters', 'x'.repeat(101), 'x'.repeat(100)],
    ['a whole document', `a${' '.repeat(100_000)}b`, `a${' '.repeat(99)}`],
  ])('is unusable, and what is shown of it is harmless: %s', (_, typed, shown) => {
    expect(readPoiid(typed)).toEqual({ usable: false, shown });
  });

  it('reads the same when it is read again, whatever was typed', () => {
    fc.assert(
      fc.property(typing, (typed) => {
        const read = readPoiid(typed);
        fc.pre(read.usable);
        expect(readPoiid(read.poiid)).toEqual({ ...read, repaired: false });
      }),
    );
  });
});

describe('a list that somebody pasted', () => {
  it.each([
    ['lines', 'A-1\nB-2'],
    ['lines of Windows', 'A-1\r\nB-2\r\n'],
    ['commas', 'A-1, B-2'],
    ['semicolons', 'A-1;B-2;'],
    ['cells of a spreadsheet', 'A-1\tB-2'],
    ['a line separator', 'A-1\u2028B-2'],
    ['empty lines and invisible ones', '\n\nA-1\n \n\u200B\nB-2\n'],
  ])('is split at %s', (_, text) => {
    expect(splitPoiids(text).map((part) => part.trim())).toEqual(['A-1', 'B-2']);
  });

  it('keeps blanks inside an entry, since a model may have them', () => {
    expect(splitPoiids('Model X-1')).toEqual(['Model X-1']);
  });
});

describe('two POIIDs', () => {
  it.each([
    ['V400m-1', 'V400m-1', true],
    ['e285-1', 'E285-1', true],
    ['V400m-1', 'V400m-2', false],
  ])('%s and %s: the same is %s', (one, other, same) => {
    expect(samePoiid(one, other)).toBe(same);
  });
});
