import { isDeepStrictEqual } from 'node:util';
import { openJsonFile, type FileDeps, type Saved } from './json-file.ts';
import { settingsFile } from './migrations.ts';
import type { Notice } from './notice.ts';
import type { CheckEndpoint, Settings } from './schema.ts';

export interface SettingsStore {
  current(): Settings;
  /** The change counts from now on also where it could not be saved. */
  update(change: (settings: Settings) => Settings): Saved;
  notices(): Notice[];
  /** @returns what ends the subscription */
  onChange(listener: (settings: Settings) => void): () => void;
}

export function openSettings(deps: FileDeps & { checkEndpoint: CheckEndpoint }): SettingsStore {
  const file = openJsonFile(settingsFile(deps.checkEndpoint), deps);
  const listeners = new Set<(settings: Settings) => void>();
  return {
    current: file.current,
    update(change) {
      const before = file.current();
      const next = change(before);
      // Saved even if the same: the disk may have refused it the last time.
      const saved = file.save(next);
      if (!isDeepStrictEqual(next, before)) listeners.forEach((listener) => listener(next));
      return saved;
    },
    notices: file.notices,
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
