import type { Words } from '../../assets/locales/index.ts';
import { createMoment } from '../../assets/locales/moment.ts';
import { shorten } from '../../assets/locales/shorten.ts';
import { storeKey } from '../monitor/terminal.ts';
import type { SnoozeScope } from '../monitor/quiet.ts';
import { changeKinds, type Announcement, type ChangeKind, type StoreChange } from './announcement.ts';
import {
  attentionAside,
  attentionText,
  awayText,
  disconnectedText,
  openingText,
  reconnectedText,
  stillText,
  summary,
  unstableText,
  type Telling,
  type Text,
} from './sentences.ts';

export interface Message extends Text {
  /** The terminal that a click opens. */
  target: { account: string; poiid: string } | null;
  /** What its buttons are about; null for none. */
  scope: SnoozeScope | null;
  /** Something is wrong, so it has to stay in sight. */
  urgent: boolean;
  /** What its icon shows: the same as the tray's for what is told. Null: nothing about terminals. */
  sign: Sign | null;
}

export type Sign = { kind: 'disconnected'; count: number } | { kind: 'attention' } | { kind: 'connected' };

/** macOS cuts off what is longer, in bytes of UTF-8 (electron: tutorial/notifications). */
const limits = { title: 96, whole: 256 };

export interface Saying {
  words: Words;
  /** Epoch ms. */
  now: number;
  /** For times of day. */
  locale: string;
  /** How many terminals are disconnected now, told or not. */
  disconnected: number;
}

/** Title and body together are at most 256 bytes. */
export function wording(announcement: Announcement, saying: Saying): Message {
  const { words, now, locale, disconnected } = saying;
  const { seen, away, failing } = announcement;
  const text = textOf(announcement, { words, moment: createMoment(now, locale) });
  const title = shorten(text.title, limits.title, bytes);
  const changes = changeKinds.flatMap((kind) => [...seen[kind], ...away[kind]]);
  const event = changes[0]?.terminals[0]?.event;
  const stores = new Set(changes.map(({ store }) => storeKey(store.account, store.reference)));
  return {
    title,
    body: shorten(text.body, limits.whole - bytes(title), bytes),
    target: event ? { account: event.account, poiid: event.poiid } : null,
    scope: scopeOf(changes, stores.size),
    urgent: failing.length > 0 || lasting.some((kind) => seen[kind].length + away[kind].length > 0),
    sign: text.sign === 'disconnected' ? { kind: text.sign, count: disconnected } : { kind: text.sign },
  };
}

const signs = {
  disconnected: 'disconnected',
  opening: 'disconnected',
  still: 'disconnected',
  unstable: 'attention',
  reconnected: 'connected',
} as const satisfies Record<ChangeKind, Sign['kind']>;

/** Somebody has to do something about these. */
const lasting = ['disconnected', 'opening', 'still'] as const;

/** Looks like the others, for somebody who wants to see whether they are shown. */
export function testMessage(words: Words): Message {
  const title = words('notification:test.title');
  const body = words('notification:test.body');
  return { title, body, target: null, scope: null, urgent: false, sign: null };
}

/** What *Recheck* and *Snooze* are about: the one store, or everything. */
function scopeOf([first]: StoreChange[], stores: number): SnoozeScope {
  if (!first || stores > 1) return { kind: 'all' };
  const { account, reference } = first.store;
  return { kind: 'store', account, store: reference };
}

function textOf({ seen, away, failing }: Announcement, telling: Telling): Text & { sign: Sign['kind'] } {
  const { words } = telling;
  const worst = changeKinds.find((kind) => seen[kind].length > 0);
  const blind = failing.length > 0 && (worst === undefined || !isDown(worst));
  const awayToo = changeKinds.some((kind) => away[kind].length > 0);
  if (!worst && !blind) {
    const kind = away.disconnected.length > 0 ? 'disconnected' : 'reconnected';
    return { ...awayText(kind, away, telling), sign: signs[kind] };
  }
  const main = blind || !worst ? attentionText(failing, telling) : texts[worst](seen[worst], telling);
  const asides = [
    blind ? '' : attentionAside(failing, telling),
    summary(blind || !worst ? seen : { ...seen, [worst]: [] }, telling),
    awayToo ? words('notification:away.aside', { what: summary(away, telling) }) : '',
  ];
  return {
    title: main.title,
    body: [main.body, ...asides].filter((part) => part !== '').join(' '),
    sign: blind || !worst ? 'attention' : signs[worst],
  };
}

function isDown(kind: ChangeKind): boolean {
  return kind === 'disconnected' || kind === 'opening';
}

const texts: Record<ChangeKind, (changes: StoreChange[], telling: Telling) => Text> = {
  disconnected: disconnectedText,
  opening: openingText,
  still: stillText,
  unstable: unstableText,
  reconnected: reconnectedText,
};

function bytes(text: string): number {
  return new TextEncoder().encode(text).length;
}
