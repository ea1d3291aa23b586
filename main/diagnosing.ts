import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { release, type, version } from 'node:os';
import { join } from 'node:path';
import type { App } from 'electron';
import { createDiagnostics, type Diagnostics } from './diagnostics/diagnostics.ts';
import type { Part } from './diagnostics/gather.ts';
import type { Foundation } from './foundation.ts';
import type { Overview } from './monitor/overview-types.ts';
import { logFiles } from './platform/log.ts';
import { redact } from './platform/redaction.ts';
import { problemOf } from './settings/json.ts';
import type { Notice } from './settings/notice.ts';

export interface DiagnosingDeps {
  app: Pick<App, 'getVersion' | 'isPackaged' | 'getAppMetrics'>;
  overview: () => Overview;
  notices: () => Notice[];
  env: Readonly<Record<string, string | undefined>>;
}

/** What support needs to see, from everywhere. */
export function createDiagnosing(
  foundation: Pick<
    Foundation,
    'directory' | 'clock' | 'language' | 'settings' | 'managed' | 'secrets' | 'watchlist' | 'lastAnswers'
  >,
  deps: DiagnosingDeps,
): Diagnostics {
  const { directory, clock, settings, managed, secrets, watchlist } = foundation;
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
    desktop: { name: deps.env['XDG_CURRENT_DESKTOP'], session: deps.env['XDG_SESSION_TYPE'] },
    timeZone: new Intl.DateTimeFormat().resolvedOptions().timeZone,
    language: foundation.language.language(),
    locale: foundation.language.locale(),
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
    { kind: 'answers', name: 'answers.json', read: foundation.lastAnswers },
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
