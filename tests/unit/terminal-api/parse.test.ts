import { describe, expect, it } from 'vitest';
import { parseAnswer } from '../../../main/terminal-api/parse.ts';
import { askStore, askTerminal, makeResponse } from './make.ts';

const portal = '<!DOCTYPE html><title>Guest network</title>';

describe('a good answer', () => {
  it.each<[string, unknown, string[]]>([
    [
      'a list',
      { uniqueTerminalIds: ['V400m-324688179', 'S1F2-000158213605014'] },
      ['V400m-324688179', 'S1F2-000158213605014'],
    ],
    ['an empty list', { uniqueTerminalIds: [] }, []],
    ['null for the list', { uniqueTerminalIds: null }, []],
    ['no list at all', {}, []],
    ['members that are new to us', { uniqueTerminalIds: ['V400m-1'], more: true }, ['V400m-1']],
    [
      'IDs of unknown shape',
      { uniqueTerminalIds: ['5f0c1a', 'Ünï çode', '漢字-1'] },
      ['5f0c1a', 'Ünï çode', '漢字-1'],
    ],
    ['the same ID twice', { uniqueTerminalIds: ['V400m-1', 'V400m-1'] }, ['V400m-1']],
    ['a byte order mark and blank lines', '\uFEFF\n{"uniqueTerminalIds":["V400m-1"]}\n', ['V400m-1']],
  ])('with %s', (_what, body, connected) => {
    expect(parseAnswer(makeResponse(200, body), askStore(), 0)).toEqual({ ok: true, connected });
  });

  it('of ten thousand terminals keeps them all', () => {
    const all = Array.from({ length: 10_000 }, (_, index) => `S1F2-${String(index).padStart(15, '0')}`);
    const parsed = parseAnswer(makeResponse(200, { uniqueTerminalIds: all }), askStore(), 0);
    expect(parsed).toEqual({ ok: true, connected: all });
  });

  it('about one terminal is that one or none', () => {
    const about = (connected: string[]) =>
      parseAnswer(makeResponse(200, { uniqueTerminalIds: connected }), askTerminal('V400m-1'), 0);
    expect(about(['V400m-1'])).toEqual({ ok: true, connected: ['V400m-1'] });
    expect(about([])).toEqual({ ok: true, connected: [] });
  });
});

describe('an answer proves nothing', () => {
  it.each<[string, unknown, Record<string, string>, string]>([
    ['is a web page', portal, { 'content-type': 'text/html; charset=utf-8' }, 'captive-portal'],
    ['is a web page that calls itself JSON', `\n  ${portal}`, {}, 'captive-portal'],
    [
      'is JSON that calls itself a web page',
      { uniqueTerminalIds: [] },
      { 'content-type': 'text/html' },
      'captive-portal',
    ],
    ['is empty', '', {}, 'not-json'],
    ['is text', 'OK', {}, 'not-json'],
    ['breaks off', '{"uniqueTerminalIds":["V400m-32468', {}, 'truncated'],
    ['is a string', '"V400m-1"', {}, 'wrong-shape'],
    ['is null', 'null', {}, 'wrong-shape'],
    ['is a bare list', ['V400m-1'], {}, 'wrong-shape'],
    ['has an entry that is no text', { uniqueTerminalIds: ['V400m-1', 7] }, {}, 'wrong-shape'],
    ['has an entry that is null', { uniqueTerminalIds: ['V400m-1', null] }, {}, 'wrong-shape'],
    ['has an empty entry', { uniqueTerminalIds: ['V400m-1', ''] }, {}, 'wrong-shape'],
    ['has one ID in place of the list', { uniqueTerminalIds: 'V400m-1' }, {}, 'wrong-shape'],
    ['has an error in place of the list', { status: 500, errorCode: '702' }, {}, 'wrong-shape'],
  ])('when it %s', (_what, body, headers, reason) => {
    expect(parseAnswer(makeResponse(200, body, headers), askStore(), 0)).toEqual({
      ok: false,
      failure: { kind: 'unreadable', reason },
    });
  });

  it.each([[['V400m-2']], [['V400m-1', 'V400m-2']]])('when asked for V400m-1 it is about %j', (connected) => {
    expect(
      parseAnswer(makeResponse(200, { uniqueTerminalIds: connected }), askTerminal('V400m-1'), 0),
    ).toEqual({ ok: false, failure: { kind: 'unreadable', reason: 'wrong-shape' } });
  });

  it('when its status is an error, even with a list in it', () => {
    const parsed = parseAnswer(makeResponse(503, { uniqueTerminalIds: ['V400m-1'] }), askStore(), 0);
    expect(parsed).toMatchObject({ ok: false, failure: { kind: 'server-error' } });
  });
});
