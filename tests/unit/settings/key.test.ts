import { describe, expect, it } from 'vitest';
import { keyVariable, readKey } from '../../../main/settings/key.ts';

// The form of a real one, made up.
const key = 'AQEyhmfxK4rIaxdEw0m/n3Q5qf3V+abc=-JtQ5H0iXtu8rqQMD6iAb33gf2qZ=-3wIb(7Z;$~';

describe('a key that somebody pasted', () => {
  it('is taken as it is', () => {
    expect(readKey(key)).toEqual({ ok: true, key, repaired: false });
  });

  it.each([
    ['blanks', `  ${key} `],
    ['a line break', `${key}\n`],
    ['a line break of Windows', `\r\n${key}\r\n`],
    ['a tab', `\t${key}`],
    ['a non-breaking space', `\u00A0${key}`],
    ['a byte order mark', `\uFEFF${key}`],
    ['a zero-width space', `\u200B${key}\u200B`],
    ['a direction mark', `${key}\u200E`],
    ['quotes', `"${key}"`],
    ['single quotes', `'${key}'`],
    ['quotes of a word processor', `“${key}”`],
    ['German quotes', `„${key}“`],
    ['backticks', `\`${key}\``],
    ['all at once', ` "\u200B${key}"\n`],
  ])('is repaired of what surrounds it: %s', (_, typed) => {
    expect(readKey(typed)).toEqual({ ok: true, key, repaired: true });
  });

  it.each([
    ['a blank', 'AQEabc def'],
    ['a line break', 'AQEabc\ndef'],
    ['a header break', 'AQEabc\r\nX-Other: 1'],
    ['a zero-width space', 'AQEabc\u200Bdef'],
    ['a letter outside of ASCII', 'AQEabcé'],
    ['a dash of a word processor', 'AQEabc–def'],
    ['a control', 'AQEabc\u0000def'],
    ['an emoji', 'AQE🔑abc'],
  ])('is malformed with %s inside, which no header takes', (_, typed) => {
    expect(readKey(typed)).toEqual({ ok: false, error: 'key-malformed' });
  });

  it.each(['', ' ', '\n', '""', '\u200B', '“”'])('is empty: %j', (typed) => {
    expect(readKey(typed)).toEqual({ ok: false, error: 'key-empty' });
  });
});

describe('the variable of an account', () => {
  it.each([
    ['nl', 'TILLWATCH_API_KEY_NL'],
    ['till-nl_2', 'TILLWATCH_API_KEY_TILL_NL_2'],
    ['ShopNL', 'TILLWATCH_API_KEY_SHOPNL'],
  ])('of %s is %s', (account, variable) => {
    expect(keyVariable(account)).toBe(variable);
  });
});
