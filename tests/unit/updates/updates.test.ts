import { describe, expect, it } from 'vitest';
import { noLog } from '../../../main/platform/log.ts';
import type { findMeans } from '../../../main/updates/means.ts';
import { createUpdates, type UpdateEvent } from '../../../main/updates/updates.ts';
import { createVirtualClock } from '../../support/virtual-clock.ts';

const minute = 60_000;
const hour = 60 * minute;

function makeUpdates({
  able = { able: true, means: 'appimage' },
  feed = 'https://updates.example.com/',
  broken = false,
}: { able?: ReturnType<typeof findMeans>; feed?: string; broken?: boolean } = {}) {
  const clock = createVirtualClock();
  const configured = { feed };
  const done: string[] = [];
  let tell: (event: UpdateEvent) => void = () => {};
  const updates = createUpdates({
    feed: () => configured.feed,
    means: () => able,
    async open(means, url, listener) {
      if (broken) throw new Error('broken');
      done.push(`open ${means} ${url}`);
      tell = listener;
      return {
        check: () => done.push('check'),
        abort: () => done.push('abort'),
        restart: () => done.push('restart'),
        close: () => done.push('close'),
      };
    },
    clock,
    random: () => 0,
    log: noLog,
    changed: () => {},
  });
  updates.reconfigure();
  return { updates, clock, configured, done, tell: (event: UpdateEvent) => tell(event) };
}
const found = { is: 'downloading', version: '2.0.0', percent: 0 } as const;
const ready = { is: 'ready', version: '2.0.0' } as const;

describe('updates', () => {
  it('are off without a feed, and nothing is loaded for them', async () => {
    const { updates, clock, done } = makeUpdates({ feed: '' });
    await clock.advance(48 * hour);
    await updates.check();
    expect([updates.state(), done, clock.pending()]).toEqual([{ is: 'off' }, [], 0]);
  });

  it('say why where an installation cannot have them, and nothing is loaded either', async () => {
    const { updates, clock, done } = makeUpdates({ able: { able: false, why: 'unsigned' } });
    await clock.advance(48 * hour);
    expect([updates.state(), done, clock.pending()]).toEqual([{ is: 'unable', why: 'unsigned' }, [], 0]);
  });

  it('are looked for soon after the start, and twice a day', async () => {
    const { updates, clock, done, tell } = makeUpdates();
    expect(updates.state()).toEqual({ is: 'waiting' });
    await clock.advance(minute);
    expect(updates.state()).toEqual({ is: 'checking' });
    tell({ is: 'current' });
    expect(updates.state()).toEqual({ is: 'current', at: clock.now() });
    await clock.advance(12 * hour);
    expect(done).toEqual(['open appimage https://updates.example.com/', 'check', 'check']);
  });

  it('are looked for at once if somebody asks, but not twice at a time', async () => {
    const { updates, done } = makeUpdates();
    await Promise.all([updates.check(), updates.check()]);
    expect(done).toEqual(['open appimage https://updates.example.com/', 'check']);
  });

  it('that are fetched wait until somebody quits or restarts', async () => {
    const { updates, clock, done, tell } = makeUpdates();
    await updates.check();
    tell(found);
    tell({ ...found, percent: 40 });
    expect(updates.state()).toEqual({ ...found, percent: 40 });
    expect(updates.restart(), 'nothing is ready yet').toBe(false);
    tell(ready);
    await clock.advance(48 * hour);
    expect(updates.state()).toEqual(ready);
    expect(done.slice(1)).toEqual(['check']);
    expect(updates.restart()).toBe(true);
    expect(done.at(-1)).toBe('restart');
  });

  it('are given up where the server falls silent, and tried again in an hour', async () => {
    const { updates, clock, done, tell } = makeUpdates();
    await updates.check();
    await clock.advance(50_000);
    tell(found);
    await clock.advance(50_000);
    expect(done.at(-1), 'it has said something').toBe('check');
    await clock.advance(10_000);
    expect(done.at(-1)).toBe('abort');
    tell({ is: 'failed', why: 'unreachable' });
    expect(updates.state()).toEqual({ is: 'failed', why: 'unreachable', at: clock.now() });
    await clock.advance(hour);
    expect(done.at(-1)).toBe('check');
  });

  it('that cannot be put in place are tried again', async () => {
    const { updates, clock, done, tell } = makeUpdates();
    await updates.check();
    tell(ready);
    tell({ is: 'failed', why: 'not-saved' });
    await clock.advance(hour);
    expect([updates.state(), done.at(-1)]).toEqual([{ is: 'checking' }, 'check']);
  });

  it('come to nothing where the updater cannot even be loaded', async () => {
    const { updates, clock } = makeUpdates({ broken: true });
    await updates.check();
    expect(updates.state()).toEqual({ is: 'failed', why: 'other', at: clock.now() });
  });

  it('end with the feed, also what is ready', async () => {
    const { updates, clock, configured, done, tell } = makeUpdates();
    await updates.check();
    tell(ready);
    configured.feed = '';
    updates.reconfigure();
    expect([updates.state(), done.at(-1), updates.restart(), clock.pending()]).toEqual([
      { is: 'off' },
      'close',
      false,
      0,
    ]);
  });

  it('come from another feed as soon as there is one', async () => {
    const { updates, clock, configured, done, tell } = makeUpdates();
    await updates.check();
    tell({ is: 'current' });
    configured.feed = 'https://other.example.com/';
    updates.reconfigure();
    await clock.advance(minute);
    expect(done.slice(-3)).toEqual(['close', 'open appimage https://other.example.com/', 'check']);
  });

  it('are let go of where the feed is taken away while they are loaded', async () => {
    const { updates, configured, done } = makeUpdates();
    const checked = updates.check();
    configured.feed = '';
    updates.reconfigure();
    await checked;
    expect([updates.state(), done]).toEqual([
      { is: 'off' },
      ['open appimage https://updates.example.com/', 'close'],
    ]);
  });

  it('go on as they are where other settings change', async () => {
    const { updates, done } = makeUpdates();
    await updates.check();
    updates.reconfigure();
    expect([updates.state(), done.at(-1)]).toEqual([{ is: 'checking' }, 'check']);
  });
});
