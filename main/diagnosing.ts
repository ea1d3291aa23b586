import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { release, type, version } from 'node:os';
import { join } from 'node:path';
import type { App } from 'electron';
import { networkCheckText } from '../assets/locales/network-check.ts';
import { createDiagnostics, type Diagnostics } from './diagnostics/diagnostics.ts';
import type { Part } from './diagnostics/gather.ts';
import type { Foundation } from './foundation.ts';
import type { Overview } from './monitor/overview-types.ts';
import { logFiles } from './platform/log.ts';
import { redact } from './platform/redaction.ts';
import { problemOf } from './settings/json.ts';
import type { Notice } from './settings/notice.ts';
import type { NetworkCheckReport } from './terminal-api/network-check.ts';

export interface DiagnosingDeps {
  app: Pick<App, 'getVersion' | 'isPackaged' | 'getAppMetrics'>;
  overview: () => Overview;
  checkNetwork: () => Promise<NetworkCheckReport>;
  notices: () => Notice[];
}

/** What support needs to see, from everywhere. */
export function createDiagnosing(
  foundation: Pick<
    Foundation,
    | 'directory'
    | 'clock'
    | 'words'
    | 'language'
    | 'settings'
    | 'managed'
    | 'secrets'
    | 'watchlist'
    | 'lastAnswers'
  >,
  deps: DiagnosingDeps,
): Diagnostics {
  const { directory, clock, words, language, settings, managed, secrets, watchlist } = foundation;
  const startedAt = clock.now();
  const time = (at: number) => new Date(at).toISOString();

  const about = () => ({
    gatheredAt: time(clock.now()),
    startedAt: time(startedAt),
    version: deps.app.getVersion(),
    packaged: deps.app.isPackaged,
    runtime: {
      electron: process.versions.electron,
      chrome: process.versions.chrome,
      node: process.versions.node,
    },
    system: { type: type(), release: release(), version: version(), architecture: process.arch },
    desktop: { name: process.env['XDG_CURRENT_DESKTOP'], session: process.env['XDG_SESSION_TYPE'] },
    timeZone: new Intl.DateTimeFormat().resolvedOptions().timeZone,
    language: language.language(),
    locale: language.locale(),
    profile: directory,
    keychain: secrets.keychain(),
    memoryInKb: deps.app.getAppMetrics().map(({ type, memory }) => [type, memory.workingSetSize]),
  });

  const parts: Part[] = [
    { kind: 'about', name: 'about.json', read: about },
    {
      kind: 'settings',
      name: 'settings.json',
      read: () => ({
        settings: settings.current(),
        managed: managed.current(),
        keys: watchlist().accounts.map(({ id }) => ({ account: id, state: secrets.state(id) })),
      }),
    },
    {
      kind: 'known',
      name: 'known.json',
      read: () => ({ overview: deps.overview(), notices: deps.notices() }),
    },
    {
      kind: 'network',
      name: 'network-check.txt',
      read: async () => networkCheckText(await deps.checkNetwork(), words, language.locale()),
    },
    {
      kind: 'answers',
      name: 'answers.json',
      read: () => foundation.lastAnswers().map((answer) => ({ ...answer, at: time(answer.at) })),
    },
    ...logFiles.map((name): Part => ({
      kind: 'log',
      name,
      read: () => textOf(join(directory, 'logs', name)),
    })),
  ];
  return createDiagnostics({
    parts,
    redact: (value) => redact(value, secrets.all()),
    now: clock.now,
    newId: randomUUID,
  });
}

async function textOf(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    // There is no second log yet.
    if (problemOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}
