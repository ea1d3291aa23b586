import { readFile } from 'node:fs/promises';
import { isEqual } from 'es-toolkit';
import type { OpenedConfiguration } from '../../preload/configuration.ts';
import { exportConfiguration } from '../settings/export-configuration.ts';
import { problemOf } from '../settings/json.ts';
import { readManagedContent } from '../settings/managed-content.ts';
import type { ManagedFile } from '../settings/managed-schema.ts';
import type { Settings } from '../settings/schema.ts';
import { takeConfiguration, type ConfigurationChanges } from '../settings/take-configuration.ts';
import { undone } from '../settings/undone.ts';
import { checkEndpoint } from '../terminal-api/endpoints.ts';
import { done, failed, type Handlers } from './register.ts';
import { saveChosen } from './save-chosen.ts';
import type { Services } from './services.ts';

type Channels = 'configuration.save' | 'configuration.open' | 'configuration.take' | 'configuration.undo';

/** The settings as a file for other PCs, and such a file taken over here. One at a time; the page names what it saw. */
export function configurationHandlers({
  settings,
  managed,
  secrets,
  watchlist,
  engine,
  exporting,
  chooseFile,
  words,
}: Pick<
  Services,
  'settings' | 'managed' | 'secrets' | 'watchlist' | 'engine' | 'exporting' | 'chooseFile' | 'words'
>): Pick<Handlers, Channels> {
  let shown: { id: string; content: ManagedFile; changes: ConfigurationChanges } | null = null;
  let taken: { id: string; before: Settings; after: Settings } | null = null;
  let opened = 0;

  const hasKey = (account: string) => ['keychain', 'memory'].includes(secrets.state(account));
  const plan = (content: ManagedFile) =>
    takeConfiguration(settings.current(), managed.current(), watchlist().accounts, content, checkEndpoint);

  return {
    'configuration.save': () =>
      saveChosen(exporting, words('settings:configuration.fileName'), 'json', async function* () {
        const content = exportConfiguration(
          settings.current(),
          managed.current(),
          watchlist(),
          engine.overview().stores,
        );
        yield `${JSON.stringify(content, null, 2)}\n`;
      }),

    async 'configuration.open'() {
      const refused = (file: string, problem: string) =>
        done<OpenedConfiguration>({ kind: 'refused', file, faults: [{ path: '', problem }] });
      const file = await chooseFile(['json']);
      if (file === null) return done({ kind: 'none' });
      let text: string;
      try {
        text = await readFile(file, 'utf8');
      } catch (error) {
        return refused(file, words('problem:managed.unreadable', { problem: problemOf(error) }));
      }
      const read = readManagedContent(text, { checkEndpoint, words });
      if (!read.ok) return done({ kind: 'refused', file, faults: read.faults });
      opened += 1;
      const id = String(opened);
      const { changes } = plan(read.value);
      shown = { id, content: read.value, changes };
      return done({ kind: 'preview', id, file, changes });
    },

    'configuration.take'({ preview }) {
      if (shown?.id !== preview) return failed('stale-preview', '', { context: 'file' });
      const before = settings.current();
      const { settings: after, changes } = plan(shown.content);
      if (!isEqual(changes, shown.changes)) return failed('stale-preview', '', { context: 'file' });
      shown = null;
      settings.update(() => after);
      taken = { id: preview, before, after: settings.current() };
      return done(null);
    },

    'configuration.undo'({ preview }) {
      if (taken?.id !== preview) return failed('too-late');
      const back = undone(settings.current(), taken.before, taken.after, hasKey);
      if (back === null) return failed('too-late');
      taken = null;
      settings.update(() => back);
      return done(null);
    },
  };
}
