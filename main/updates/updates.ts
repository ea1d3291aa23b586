import type { Clock } from '../monitor/clock.ts';
import type { Log } from '../platform/log.ts';
import type { UpdateFailure } from './failure.ts';
import type { findMeans, Means, Unable } from './means.ts';

/** What happens while a new version is looked for. */
export type UpdateEvent =
  | { is: 'current' }
  /** `percent`: whole. */
  | { is: 'downloading'; version: string; percent: number }
  | { is: 'ready'; version: string }
  | { is: 'failed'; why: UpdateFailure };

export type UpdateState =
  | { is: 'off' }
  | { is: 'unable'; why: Unable }
  /** Not looked yet. */
  | { is: 'waiting' }
  | { is: 'checking' }
  | Extract<UpdateEvent, { is: 'downloading' | 'ready' }>
  /** `at`: epoch ms. */
  | (Extract<UpdateEvent, { is: 'current' | 'failed' }> & { at: number });

/** What does the work, of one feed. */
export interface Updater {
  /** Looks for a newer version and fetches it; what comes of it is told as events. */
  check(): void;
  /** Ends what `check` has begun; that it did not succeed is told as an event. */
  abort(): void;
  /** Ends the app, puts the version that is ready in its place, and starts that. */
  restart(): void;
  /** Nothing more is told, and nothing put in place when the app quits. */
  close(): void;
}

export interface UpdatesDeps {
  /** As `readFeed` gives it; empty: none. */
  feed: () => string;
  means: () => ReturnType<typeof findMeans>;
  open: (means: Means, feed: string, tell: (event: UpdateEvent) => void) => Promise<Updater>;
  clock: Clock;
  random: () => number;
  log: Log;
  changed: () => void;
}

const minute = 60_000;
const hour = 60 * minute;
/** Spread, so that a thousand PCs that are switched on at nine do not ask at once. */
const first = { least: minute / 2, spread: 2 * minute };
const usual = { least: 12 * hour, spread: hour };
const afterFailure = { least: hour, spread: hour / 2 };
/** A server that says nothing for so long says nothing more: electron-updater itself would wait for ever. */
const silence = minute;

/**
 * Looks for updates where a feed is configured, and fetches them. They are put in place when the app quits, or at once
 * if somebody asks for that; nothing is restarted by itself, since nobody watches meanwhile.
 */
export function createUpdates({ feed, means, open, clock, random, log, changed }: UpdatesDeps) {
  let now: UpdateState = { is: 'off' };
  let followed = '';
  let updater: Updater | null = null;
  let cancel = () => {};

  function become(next: UpdateState): void {
    // Progress is for the window; the log has what is left when it is over.
    if (next.is !== now.is) log.info('updates', next);
    now = next;
    changed();
  }

  function after(ms: number, then: () => void): void {
    cancel();
    cancel = clock.after(ms, then);
  }

  function hear(event: UpdateEvent): void {
    cancel();
    switch (event.is) {
      case 'downloading':
        after(silence, () => updater?.abort());
        return become(event);
      case 'ready':
        // It is the newest that will be looked at: the version after it is found by itself.
        return become(event);
      case 'current':
        become({ ...event, at: clock.now() });
        return later(usual);
      case 'failed':
        become({ ...event, at: clock.now() });
        return later(afterFailure);
    }
  }

  function later({ least, spread }: typeof usual): void {
    after(least + random() * spread, () => void check());
  }

  async function check(): Promise<void> {
    if (now.is === 'off' || now.is === 'unable' || isBusy(now)) return;
    const how = means();
    if (!how.able) return become({ is: 'unable', why: how.why });
    const from = followed;
    become({ is: 'checking' });
    try {
      const opened = updater ?? (await open(how.means, from, hear));
      // The feed may have been taken away while it was being loaded.
      if (from !== followed) return opened.close();
      updater = opened;
    } catch (error) {
      log.error('the updater could not be started', { error });
      return hear({ is: 'failed', why: 'other' });
    }
    after(silence, () => updater?.abort());
    updater.check();
  }

  function drop(): void {
    updater?.close();
    updater = null;
  }

  return {
    state: () => now,
    check,
    /** Takes the feed as it is configured now. */
    reconfigure(): void {
      const wanted = feed();
      if (wanted === followed) return;
      followed = wanted;
      cancel();
      drop();
      if (wanted === '') return become({ is: 'off' });
      const how = means();
      if (!how.able) return become({ is: 'unable', why: how.why });
      become({ is: 'waiting' });
      later(first);
    },
    /** False where no version is ready. */
    restart(): boolean {
      if (now.is !== 'ready' || updater === null) return false;
      updater.restart();
      return true;
    },
  };
}

/** Something is under way, or done. */
function isBusy({ is }: UpdateState): boolean {
  return is === 'checking' || is === 'downloading' || is === 'ready';
}

export type Updates = ReturnType<typeof createUpdates>;
