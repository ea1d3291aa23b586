import type { ReplyError, Request } from '../../preload/contract.ts';
import type { Appearance } from './appearance.ts';
import { historyInUse, historySettings, keepDays, type HistorySettings } from './history.ts';
import { setBy, type Managed } from './managed.ts';
import { confirmationSeconds, intervalSeconds, type Settings } from './schema.ts';
import type { TraySettings } from './tray.ts';
import { readFeed, updatesInUse, type UpdatesSettings } from './updates.ts';
import { pollingInUse } from './watchlist.ts';

/** What an edit comes to: the settings to save and what to answer, or the field that is wrong. */
export type Edit<T> = { ok: true; settings: Settings; value: T } | { ok: false; error: ReplyError };

export function done<T>(settings: Settings, value: T): Edit<T> {
  return { ok: true, settings, value };
}

/**
 * @param field dotted path in the request, e.g. `stores.2.reference`
 * @param params for the words; `context` picks a variant of the sentence
 */
export function wrong(
  code: ReplyError['code'],
  field = '',
  params: ReplyError['params'] = {},
): { ok: false; error: ReplyError } {
  return { ok: false, error: { code, field, params } };
}

/** What a paste brings along makes no second line, nor anything that cannot be shown. */
export function oneLine(typed: string): string {
  return typed.replaceAll(/[\s\p{Cc}\p{Cs}]+/gu, ' ').trim();
}

/** Undefined is left out, as it is in a request that names only what changes. */
export function changeAppearance(
  settings: Settings,
  change: { [K in keyof Appearance]?: Appearance[K] | undefined },
): Settings {
  const { theme, language, textSize } = settings.appearance;
  return {
    ...settings,
    appearance: {
      theme: change.theme ?? theme,
      language: change.language ?? language,
      textSize: change.textSize ?? textSize,
    },
  };
}

export function setTray(settings: Settings, managed: Managed, tray: TraySettings): Edit<null> {
  if (managed.state === 'ok' && managed.trayIcons !== null) return wrong('managed');
  return done({ ...settings, tray }, null);
}

export function setHistory(settings: Settings, managed: Managed, history: HistorySettings): Edit<null> {
  if (historyInUse(settings.history, setBy(managed)?.historyKeepDays ?? null).locked) return wrong('managed');
  if (historySettings.safeParse(history).success) return done({ ...settings, history }, null);
  return wrong('out-of-range', 'keepDays', { least: keepDays.least, most: keepDays.most });
}

/** As typed; empty: no updates. */
export function setUpdates(settings: Settings, managed: Managed, { feed }: UpdatesSettings): Edit<null> {
  if (updatesInUse(settings.updates, setBy(managed)?.updates ?? null).locked) return wrong('managed');
  const read = feed.trim() === '' ? '' : readFeed(feed);
  if (read === null) return wrong('not-a-feed', 'feed');
  return done({ ...settings, updates: { feed: read } }, null);
}

/** What the request leaves out stays as it is. */
export function setPolling(
  settings: Settings,
  managed: Managed,
  change: Request<'settings.setPolling'>,
): Edit<null> {
  if (pollingInUse(settings, managed).locked) return wrong('managed');
  const polling = {
    intervalSeconds: change.intervalSeconds ?? settings.polling.intervalSeconds,
    confirmationSeconds: change.confirmationSeconds ?? settings.polling.confirmationSeconds,
  };
  for (const [field, limits] of [
    ['intervalSeconds', intervalSeconds],
    ['confirmationSeconds', confirmationSeconds],
  ] as const) {
    const value = polling[field];
    if (!Number.isInteger(value) || value < limits.least || value > limits.most) {
      return wrong('out-of-range', field, { least: limits.least, most: limits.most });
    }
  }
  return done({ ...settings, polling }, null);
}
