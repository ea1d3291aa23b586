import { ipcMain } from 'electron';
import ElectronStore from 'electron-store';
import { isRecord, parseJson } from './json.ts';
import type { OpenStore } from './json-file.ts';

export const openElectronStore: OpenStore = ({ directory, name }) => {
  const store = new ElectronStore<Record<string, unknown>>({
    cwd: directory,
    name,
    // POIIDs and references may hold dots.
    accessPropertiesByDotNotation: false,
    configFileMode: 0o600,
    deserialize: (text) => {
      const value = parseJson(text);
      return isRecord(value) ? value : {};
    },
  });
  // It answers any page that asks for the profile's path, without a look at who asks; no page of ours does.
  ipcMain.removeAllListeners('electron-store-get-data');
  return store;
};
