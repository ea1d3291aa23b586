import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { FileDeps } from '../../../main/settings/json-file.ts';
import type { Managed } from '../../../main/settings/managed.ts';
import { usualNetwork } from '../../../main/settings/network.ts';
import type { NetworkView } from '../../../preload/network.ts';
import {
  defaultSettings,
  type AccountSettings,
  type Settings,
  type TerminalSettings,
} from '../../../main/settings/schema.ts';
import type { Secrets } from '../../../main/settings/secrets.ts';
import { openConf } from '../../support/conf.ts';

export const t0 = Date.UTC(2026, 10, 24, 14, 0, 0);

/** A profile of its own for one test. */
export function makeDirectory(files: Record<string, string | Buffer> = {}) {
  const path = mkdtempSync(join(tmpdir(), 'tillwatch-'));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  const write = (name: string, content: string | Buffer) => writeFileSync(join(path, name), content);
  for (const [name, content] of Object.entries(files)) write(name, content);
  return {
    path,
    write,
    read: (name: string) => readFileSync(join(path, name)),
    json: (name: string): unknown => JSON.parse(readFileSync(join(path, name), 'utf8')),
    list: () => readdirSync(path).sort(),
    /** All that lies in it, for a look for what must not. */
    content: () => readdirSync(path).map((name) => [name, readFileSync(join(path, name), 'utf8')]),
  };
}

export function makeFiles(directory: string, deps: Partial<FileDeps> = {}): FileDeps {
  return { directory, openStore: openConf, now: () => t0, ...deps };
}

export function makeAccount(account: Partial<AccountSettings> = {}): AccountSettings {
  return {
    id: 'nl',
    environment: 'live',
    region: 'eu',
    source: 'auto',
    merchantAccount: 'ShopNL',
    endpoint: null,
    stores: [
      { reference: 'UTR-01', name: 'Utrecht', id: '' },
      { reference: 'AMS-01', name: 'Amsterdam', id: '' },
    ],
    ...account,
  };
}

export function makeTerminal(terminal: Partial<TerminalSettings> = {}): TerminalSettings {
  return {
    account: 'nl',
    store: 'UTR-01',
    poiid: 'V400m-324688179',
    name: 'Till 1',
    watched: true,
    ...terminal,
  };
}

export function makeSettings(settings: Partial<Settings> = {}): Settings {
  return { ...defaultSettings(), accounts: [makeAccount()], terminals: [makeTerminal()], ...settings };
}

export function makeManaged(
  managed: Partial<Extract<Managed, { state: 'ok' }>> = {},
): Extract<Managed, { state: 'ok' }> {
  return {
    state: 'ok',
    file: '/etc/tillwatch/managed.json',
    accounts: [],
    pollIntervalSeconds: null,
    confirmationDelaySeconds: null,
    closedPollIntervalSeconds: null,
    unstable: null,
    notifications: null,
    trayIcons: null,
    historyKeepDays: null,
    network: null,
    updates: null,
    fault: null,
    ...managed,
  };
}

/** A keychain that holds no password of the proxy's; a new one is taken only by who says how. */
export function makeProxyPassword(
  password: Partial<Secrets['proxyPassword']> = {},
): Secrets['proxyPassword'] {
  return {
    get: () => null,
    state: () => 'none',
    set: () => Promise.reject(new Error('nobody asked')),
    remove: () => ({ ok: true }),
    ...password,
  };
}

export function makeNetworkView(network: Partial<NetworkView> = {}): NetworkView {
  return {
    settings: usualNetwork,
    locked: [],
    password: 'none',
    certificates: { state: 'none' },
    systemStore: false,
    ...network,
  };
}
