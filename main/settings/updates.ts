import { z } from 'zod';
import { feedPattern } from '../../preload/update-fields.ts';
import { isLoopback } from '../monitor/loopback.ts';

const longestFeed = 1000;

/**
 * The folder of a web server that updates are taken from, with a slash at its end; null for what cannot be one. Code
 * comes from there, so HTTPS alone will do, but for this PC itself. Judged on the parsed URL, never on the text.
 */
export function readFeed(text: string): string | null {
  const typed = text.trim();
  if (typed.length > longestFeed || !feedPattern.test(typed)) return null;
  if (!URL.canParse(typed)) return null;
  const url = new URL(typed);
  if (url.username !== '' || url.password !== '') return null;
  if (url.protocol !== 'https:' && !isLoopback(url.hostname)) return null;
  return url.href.endsWith('/') ? url.href : `${url.href}/`;
}

export const feed = z.string().refine((text) => readFeed(text) !== null);

/** Where updates come from; empty: there are none. */
export const updatesSettings = z.strictObject({ feed: feed.or(z.literal('')) });

export type UpdatesSettings = z.infer<typeof updatesSettings>;

export const usualUpdates: UpdatesSettings = { feed: '' };

/** As an administrator writes it. */
export const managedUpdates = z.strictObject({
  // The sentence for a wrong one is that of its name; the format is for editors.
  feed: feed
    .or(z.literal(''))
    .meta({ format: 'uri' })
    .describe(
      'Folder of a web server that holds updates of Tillwatch: https, or this PC itself. Empty: no updates, and none that the user could turn on.',
    ),
});

export type ManagedUpdates = z.infer<typeof managedUpdates>;

/** The organisation's choice counts where it has made one. `feed` as `readFeed` gives it, or empty. */
export function updatesInUse(
  own: UpdatesSettings,
  set: ManagedUpdates | null,
): UpdatesSettings & { locked: boolean } {
  return { feed: readFeed((set ?? own).feed) ?? '', locked: set !== null };
}
