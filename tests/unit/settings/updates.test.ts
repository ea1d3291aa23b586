import { describe, expect, it } from 'vitest';
import { setUpdates } from '../../../main/settings/edit.ts';
import { readFeed, updatesInUse } from '../../../main/settings/updates.ts';
import { makeManaged, makeSettings } from './make.ts';

describe('a feed', () => {
  it.each([
    ['https://updates.example.com/tillwatch', 'https://updates.example.com/tillwatch/'],
    ['  HTTPS://Updates.Example.com  ', 'https://updates.example.com/'],
    ['https://updates.example.com:8443/a/', 'https://updates.example.com:8443/a/'],
    ['http://127.0.0.1:8080/feed', 'http://127.0.0.1:8080/feed/'],
    ['http://localhost:8080', 'http://localhost:8080/'],
    ['http://updates.example.com', null],
    ['http://127.0.0.1.evil.example', null],
    ['https://ann:secret@updates.example.com', null],
    ['https://updates.example.com/?a=b', null],
    ['https://updates.example.com/#a', null],
    ['https://two words.example.com', null],
    ['ftp://updates.example.com', null],
    ['file:///srv/updates', null],
    ['updates.example.com', null],
    ['', null],
    [`https://updates.example.com/${'a'.repeat(1000)}`, null],
  ])('typed as %j is %j', (typed, feed) => {
    expect(readFeed(typed)).toBe(feed);
  });
});

describe('where updates come from', () => {
  const settings = makeSettings();

  it('is the user’s to say', () => {
    const edit = setUpdates(settings, { state: 'none' }, { feed: ' https://updates.example.com ' });
    expect(edit).toMatchObject({
      ok: true,
      settings: { updates: { feed: 'https://updates.example.com/' } },
    });
  });

  it('can be taken away again', () => {
    const before = makeSettings({ updates: { feed: 'https://updates.example.com/' } });
    expect(setUpdates(before, { state: 'none' }, { feed: ' ' })).toMatchObject({
      ok: true,
      settings: { updates: { feed: '' } },
    });
  });

  it('is no address without encryption', () => {
    expect(setUpdates(settings, { state: 'none' }, { feed: 'http://updates.example.com' })).toMatchObject({
      ok: false,
      error: { code: 'not-a-feed', field: 'feed' },
    });
  });

  it.each(['https://updates.example.com', ''])('is not the user’s where the organisation says %j', (feed) => {
    const managed = makeManaged({ updates: { feed } });
    expect(setUpdates(settings, managed, { feed: 'https://other.example.com' })).toMatchObject({
      ok: false,
      error: { code: 'managed' },
    });
    expect(updatesInUse({ feed: 'https://other.example.com/' }, { feed })).toEqual({
      feed: feed === '' ? '' : `${feed}/`,
      locked: true,
    });
  });
});
