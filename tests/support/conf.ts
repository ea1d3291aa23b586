import Conf from 'conf';
import { isRecord, parseJson } from '../../main/settings/json.ts';
import type { OpenStore } from '../../main/settings/json-file.ts';

/** electron-store cannot be loaded without Electron; `conf` is what it extends, and does all of the writing. */
export const openConf: OpenStore = ({ directory, name }) =>
  new Conf<Record<string, unknown>>({
    cwd: directory,
    configName: name,
    accessPropertiesByDotNotation: false,
    configFileMode: 0o600,
    deserialize: (text) => {
      const value = parseJson(text);
      return isRecord(value) ? value : {};
    },
  });
