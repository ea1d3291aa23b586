import { expect, it } from 'vitest';
import { byteOrderMark, csv, separatorOf } from '../../../main/history/csv.ts';

it('ends every row as RFC 4180 wants it', () => {
  expect(csv([['a', 1, null], ['b']], ',')).toBe('a,1,\r\nb\r\n');
});

it.each([
  ['a comma', 'a,b', '"a,b"'],
  ['quotes', 'the "bar"', '"the ""bar"""'],
  ['a line break', 'a\nb', '"a\nb"'],
  ['nothing of the kind', 'Café 北京', 'Café 北京'],
])('a text with %s', (_, text, cell) => {
  expect(csv([[text]], ',')).toBe(`${cell}\r\n`);
});

it.each([
  ['=1+1', "'=1+1"],
  ['+31', "'+31"],
  ['-2', "'-2"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\t=1', "'\t=1"],
  [' =1', "' =1"],
  ['\r=1', '"\'\r=1"'],
  ['=HYPERLINK("http://a","b")', '"\'=HYPERLINK(""http://a"",""b"")"'],
])('what would be computed stays a text: %j', (text, cell) => {
  expect(csv([[text]], ',')).toBe(`${cell}\r\n`);
});

it('a number stays one, also below zero', () => {
  expect(csv([[-5]], ',')).toBe('-5\r\n');
});

it('is marked as UTF-8', () => {
  expect([...Buffer.from(byteOrderMark)]).toEqual([0xef, 0xbb, 0xbf]);
});

it.each([
  ['en-GB', ','],
  ['es-MX', ','],
  ['de', ';'],
  ['nl-BE', ';'],
  ['fr-CA', ';'],
])('spreadsheet programs in %s want %j between cells', (locale, separator) => {
  expect(separatorOf(locale)).toBe(separator);
});

it('a cell with either separator is in quotes', () => {
  expect(csv([['a;b', 'c,d', 'e']], ';')).toBe('"a;b";"c,d";e\r\n');
});
