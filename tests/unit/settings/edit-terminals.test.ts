import { describe, expect, it } from 'vitest';
import {
  addTerminals,
  moveTerminal,
  renameTerminal,
  watchTerminal,
} from '../../../main/settings/edit-terminals.ts';
import type { Settings } from '../../../main/settings/schema.ts';
import { buildWatchlist } from '../../../main/settings/watchlist.ts';
import { makeAccount, makeSettings, makeTerminal } from './make.ts';

const poiid = 'V400m-324688179';
const bare = makeSettings({ terminals: [] });
const known = [{ account: 'nl', store: 'AMS-01', poiid: 'P400-123456789' }];

function add(text: string, settings: Settings = bare, to = { account: 'nl', store: 'UTR-01' }) {
  const edit = addTerminals(settings, buildWatchlist(settings, { state: 'none' }, null), known, {
    ...to,
    text,
  });
  if (!edit.ok) return { error: edit.error };
  return {
    outcomes: edit.value.added.map((added) => [added.poiid, added.outcome]),
    terminals: edit.settings.terminals,
  };
}

describe('terminals that somebody adds', () => {
  it('are expected from now on', () => {
    expect(add(poiid)).toEqual({
      outcomes: [[poiid, 'added']],
      terminals: [makeTerminal({ name: '' })],
    });
  });

  it.each([
    '\u2010',
    '\u2011',
    '\u2012',
    '\u2013',
    '\u2014',
    '\u2015',
    '\u2212',
    '\uFE58',
    '\uFE63',
    '\uFF0D',
  ])('are repaired visibly: a hyphen that is %s', (hyphen) => {
    expect(add(`V400m${hyphen}324688179`)).toEqual({
      outcomes: [[poiid, 'repaired']],
      terminals: [makeTerminal({ name: '' })],
    });
  });

  it.each([
    ['a model that nobody knows yet', 'NEW9000-1', 'NEW9000-1', 'added'],
    ['letters of another script', 'Kasse-é1', 'Kasse-é1', 'odd'],
    ['no serial number', 'V400m', 'V400m', 'odd'],
    ['an ID of an SDK', 'install_7f3a', 'install_7f3a', 'odd'],
    ['another case of one that is there', 'p400-123456789', 'p400-123456789', 'already'],
    ['one that is there, in another store', 'P400-123456789', 'P400-123456789', 'already'],
  ])('may be %s', (_, text, shown, outcome) => {
    expect(add(text).outcomes).toEqual([[shown, outcome]]);
  });

  it.each([
    ['a control', 'V400m\u00001', 'V400m\uFFFD1'],
    ['without end', 'x'.repeat(50_000), 'x'.repeat(100)],
    ['half a character', 'V400m-\uD83D', 'V400m-\uFFFD'],
  ])('are not added where that cannot be an ID, and shown safely: %s', (_, text, shown) => {
    expect(add(text)).toEqual({ outcomes: [[shown, 'unusable']], terminals: [] });
  });

  it('may be nothing at all', () => {
    expect(add(' \n;,\t\n\u200B')).toEqual({ outcomes: [], terminals: [] });
  });

  it('may come as a list, in which what stands twice counts once', () => {
    const text = `${poiid}\r\nS1F2-1, S1F2-2;S1F2-3\tV400m\u2011324688179\n\n${poiid.toUpperCase()}\nP400-123456789\n\u0000`;
    expect(add(text).outcomes).toEqual([
      [poiid, 'added'],
      ['S1F2-1', 'added'],
      ['S1F2-2', 'added'],
      ['S1F2-3', 'added'],
      ['P400-123456789', 'already'],
      ['\uFFFD', 'unusable'],
    ]);
  });

  it('may be five thousand', () => {
    const text = Array.from({ length: 5000 }, (_, at) => `V400m-${at}`).join('\n');
    expect(add(text).terminals).toHaveLength(5000);
  });

  it('are watched again, under their name, if somebody had stopped that', () => {
    const settings = makeSettings({ terminals: [makeTerminal({ store: 'AMS-01', watched: false })] });
    expect(add(poiid, settings)).toEqual({ outcomes: [[poiid, 'added']], terminals: [makeTerminal()] });
  });

  it('are added to a store of another account though one has them', () => {
    const both = makeSettings({ accounts: [makeAccount(), makeAccount({ id: 'us' })] });
    expect(add(poiid, both, { account: 'us', store: 'UTR-01' }).outcomes).toEqual([[poiid, 'added']]);
  });

  it.each([
    ['account', { account: 'gone', store: 'UTR-01' }],
    ['store', { account: 'nl', store: 'GONE' }],
  ])('need a place: the %s is gone', (_, to) => {
    expect(add(poiid, bare, to)).toEqual({ error: { code: 'not-found', field: 'store', params: {} } });
  });
});

describe('a terminal', () => {
  const settings = makeSettings();
  const learned = { account: 'nl', poiid: 'P400-123456789' };

  it('is renamed, on one line', () => {
    const edit = renameTerminal(settings, known, { account: 'nl', poiid, name: ' Bar\n 2 👩\u200D🍳 ' });
    expect(edit).toMatchObject({
      ok: true,
      settings: { terminals: [makeTerminal({ name: 'Bar 2 👩\u200D🍳' })] },
    });
  });

  it('goes back to its ID with an empty name', () => {
    const edit = renameTerminal(settings, known, { account: 'nl', poiid, name: ' ' });
    expect(edit).toMatchObject({ ok: true, settings: { terminals: [makeTerminal({ name: '' })] } });
  });

  it('may be renamed though it was only ever seen', () => {
    const edit = renameTerminal(settings, known, { ...learned, name: 'Bar' });
    expect(edit).toMatchObject({
      ok: true,
      settings: { terminals: [makeTerminal(), { ...learned, store: 'AMS-01', name: 'Bar', watched: true }] },
    });
  });

  it('is no longer watched, and watched again, under its name', () => {
    const stopped = watchTerminal(settings, known, { account: 'nl', poiid, watched: false });
    expect(stopped).toMatchObject({ ok: true, settings: { terminals: [makeTerminal({ watched: false })] } });
    if (!stopped.ok) return;
    const again = watchTerminal(stopped.settings, known, { account: 'nl', poiid, watched: true });
    expect(again).toMatchObject({ ok: true, settings });
  });

  it('has a name that ends somewhere', () => {
    expect(renameTerminal(settings, known, { account: 'nl', poiid, name: 'x'.repeat(201) })).toEqual({
      ok: false,
      error: { code: 'out-of-range', field: 'name', params: { least: 0, most: 200, context: 'characters' } },
    });
  });

  it('that nobody knows is not found', () => {
    const gone = { account: 'us', poiid };
    expect(renameTerminal(settings, known, { ...gone, name: 'x' })).toMatchObject({
      error: { code: 'not-found' },
    });
    expect(watchTerminal(settings, known, { ...gone, watched: false })).toMatchObject({
      error: { code: 'not-found' },
    });
  });

  it('that is moved keeps what was said of it', () => {
    const settings = makeSettings({ terminals: [makeTerminal()] });
    const watchlist = buildWatchlist(settings, { state: 'none' }, null);
    const edit = moveTerminal(settings, watchlist, known, { account: 'nl', poiid, store: 'AMS-01' });
    expect(edit).toMatchObject({ ok: true, settings: { terminals: [makeTerminal({ store: 'AMS-01' })] } });
  });

  it.each([
    { where: 'a store that nobody configured', to: { account: 'nl', store: 'ROT-09' } },
    { where: 'an account that nobody configured', to: { account: 'de', store: 'AMS-01' } },
  ])('cannot be moved to $where', ({ to }) => {
    const watchlist = buildWatchlist(bare, { state: 'none' }, null);
    expect(moveTerminal(bare, watchlist, known, { poiid: 'P400-123456789', ...to })).toMatchObject({
      ok: false,
      error: { code: 'not-found', field: 'store' },
    });
  });
});
