import type { Words } from '../../assets/locales/index.ts';
import { createMoment } from '../../assets/locales/moment.ts';
import { shorten } from '../../assets/locales/shorten.ts';
import type { Announcement, Changes, StoreChange } from './policy.ts';
import {
  disconnectedText,
  kinds,
  reconnectedText,
  summary,
  unstableText,
  type Telling,
  type Text,
} from './sentences.ts';

export interface Message extends Text {
  /** The terminal that a click opens. */
  target: { account: string; poiid: string } | null;
  /** Something is wrong, so it has to stay in sight. */
  urgent: boolean;
}

/** macOS cuts off what is longer, in bytes of UTF-8 (electron: tutorial/notifications). */
const limits = { title: 96, whole: 256 };

/** Title and body together are at most 256 bytes. `now` in epoch milliseconds; `locale` for times of day. */
export function wording(announcement: Announcement, now: number, words: Words, locale: string): Message {
  const { seen, away } = announcement;
  const text = textOf(announcement, { words, moment: createMoment(now, locale) });
  const title = shorten(text.title, limits.title, bytes);
  const disconnected = [...seen.disconnected, ...away.disconnected];
  const [first] = [...disconnected, ...kinds.flatMap((kind) => [...seen[kind], ...away[kind]])];
  const event = first?.terminals[0]?.event;
  return {
    title,
    body: shorten(text.body, limits.whole - bytes(title), bytes),
    target: event ? { account: event.account, poiid: event.poiid } : null,
    urgent: disconnected.length > 0,
  };
}

function textOf({ seen, away }: Announcement, telling: Telling): Text {
  const { words } = telling;
  const worst = kinds.find((kind) => seen[kind].length > 0);
  if (!worst) return { title: words('notification:away.title'), body: summary(away, telling) };
  const main = texts[worst](seen[worst], telling);
  const awayToo = kinds.some((kind) => away[kind].length > 0);
  const asides = [
    summary({ ...seen, [worst]: [] }, telling),
    awayToo ? words('notification:away.aside', { what: summary(away, telling) }) : '',
  ];
  return { title: main.title, body: [main.body, ...asides].filter((part) => part !== '').join(' ') };
}

const texts: Record<keyof Changes, (changes: StoreChange[], telling: Telling) => Text> = {
  disconnected: disconnectedText,
  unstable: unstableText,
  reconnected: reconnectedText,
};

function bytes(text: string): number {
  return new TextEncoder().encode(text).length;
}
