import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { net, safeStorage, type App } from 'electron';
import { createSpeech } from '../assets/locales/index.ts';
import { createDemo } from './demo.ts';
import { createBudgets } from './monitor/budget.ts';
import type { Source } from './monitor/source.ts';
import type { Watchlist } from './monitor/watchlist.ts';
import { createNetworking } from './networking.ts';
import { noMemory } from './notifications/memory.ts';
import { systemClock } from './platform/clock.ts';
import { createSpokenLanguage } from './platform/language.ts';
import { createLog, noLog } from './platform/log.ts';
import { makePrivate } from './platform/private-folder.ts';
import { readTrusted } from './settings/certificate-file.ts';
import { openElectronStore } from './settings/electron-store.ts';
import { createKeyNames } from './settings/key-names.ts';
import { openKeyFile } from './settings/key-file.ts';
import { historyInUse } from './settings/history.ts';
import { createKeychain } from './settings/keychain.ts';
import { readGuarded } from './settings/guarded-file.ts';
import { createLiveManaged } from './settings/live-managed.ts';
import { managedPlace, readManaged, setBy } from './settings/managed.ts';
import { openMemory } from './settings/memory-store.ts';
import { createSecrets } from './settings/secrets.ts';
import { openSettings } from './settings/store.ts';
import { openTelling } from './settings/telling-store.ts';
import { buildWatchlist } from './settings/watchlist.ts';
import { checkEndpoint } from './terminal-api/endpoints.ts';
import { createManagement } from './terminal-api/management.ts';
import { createVendorRouter } from './terminal-api/route.ts';
import { rememberAnswers } from './terminal-api/last-answers.ts';

/**
 * What the app and the command line stand on: files of the profile, keys, and the way to Adyen. After `ready`.
 * @param readOnly for a check beside a running app, which owns the files
 */
export async function layFoundation(app: App, { readOnly }: { readOnly: boolean }) {
  const { env, platform } = process;
  const clock = systemClock;
  const directory = app.getPath('userData');
  const open = readOnly ? [] : makePrivate(directory, platform);
  const files = { directory, openStore: openElectronStore, now: clock.now, readOnly };

  const secrets = createSecrets({
    keychain: createKeychain(safeStorage, platform),
    file: openKeyFile(files),
    env,
  });
  const log = readOnly
    ? noLog
    : createLog({ directory: join(directory, 'logs'), secrets: secrets.all, echo: !app.isPackaged });
  if (open.length > 0) log.warn('others on this PC may read the profile', { open });
  const settings = openSettings({ ...files, checkEndpoint });
  const speech = createSpeech();
  const { words } = speech;
  const language = createSpokenLanguage({
    speech,
    choice: () => settings.current().appearance.language,
    preferred: () => app.getPreferredSystemLanguages(),
    region: () => app.getSystemLocale() || app.getLocale(),
  });
  await language.speak();
  const memory = openMemory(files);
  const telling = openTelling(files, noMemory);
  const place = managedPlace(env, platform);
  const readFile = (path: string) => readGuarded(path, platform);
  const managed = createLiveManaged(place.file, () => readManaged({ place, words, checkEndpoint, readFile }));
  // What is wrong with the file is put into words as it is read.
  speech.instance.on('languageChanged', managed.reread);
  const demo = createDemo(clock, randomBytes);
  const watchlist = (): Watchlist => buildWatchlist(settings.current(), managed.current(), demo.watched());
  const network = createNetworking({
    settings,
    managed,
    secrets,
    clock,
    readFile: (path) => readTrusted(path, platform),
    resolveProxy: (url) => app.resolveProxy(url),
  });
  const { transport, last: lastAnswers } = rememberAnswers(network.transport, clock);
  const vendor = {
    transport,
    clock,
    keyFor: (account: string) => (account === demo.watched()?.account.id ? demo.key() : secrets.get(account)),
  };
  const nameOf = createKeyNames(randomBytes(32));
  const budgets = createBudgets((account) => nameOf(vendor.keyFor(account) ?? ''), clock);
  const budgetOf = (key: string) => budgets.withCredential(nameOf(key));
  // Whom the engine asks has been granted by it.
  const router = createVendorRouter({ ...vendor, spend: budgets.spend });

  const source: Source = router;

  return {
    directory,
    clock,
    language,
    words,
    log,
    secrets,
    settings,
    memory,
    telling,
    managed,
    demo,
    watchlist,
    network,
    transport,
    lastAnswers,
    router,
    source,
    management: createManagement({ ...vendor, budgetOf }),
    /** For whoever asks beside the watch. */
    asking: createVendorRouter({ ...vendor, budgetOf }),
    random: Math.random,
    budgets,
    budgetOf,
    keepDays: () =>
      historyInUse(settings.current().history, setBy(managed.current())?.historyKeepDays ?? null).keepDays,
    online: () => net.isOnline(),
  };
}

export type Foundation = Awaited<ReturnType<typeof layFoundation>>;
