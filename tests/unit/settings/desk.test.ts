import { describe, expect, it } from 'vitest';
import { createDesk } from '../../../main/settings/desk.ts';
import { done, wrong } from '../../../main/settings/edit.ts';
import { openKeyFile } from '../../../main/settings/key-file.ts';
import { createSecrets } from '../../../main/settings/secrets.ts';
import { openSettings } from '../../../main/settings/store.ts';
import { buildWatchlist } from '../../../main/settings/watchlist.ts';
import { checkEndpoint } from '../../../main/terminal-api/endpoints.ts';
import { makeDirectory, makeFiles, makeNetworkView, makeSettings } from './make.ts';

function makeDesk(files: Record<string, string> = {}) {
  const deps = makeFiles(makeDirectory(files).path);
  const settings = openSettings({ ...deps, checkEndpoint });
  const refuse = () => Promise.reject(new Error('no keychain'));
  const secrets = createSecrets({
    keychain: { backend: async () => null, encrypt: refuse, decrypt: refuse },
    file: openKeyFile(deps),
    env: {},
  });
  const changes = { count: 0 };
  const desk = createDesk({
    settings,
    managed: () => ({ state: 'none' }),
    secrets,
    watchlist: () => buildWatchlist(settings.current(), { state: 'none' }, null),
    spoken: () => ({ spoken: 'en', locale: 'en-GB' }),
    notices: () => [{ code: 'not-saved', file: 'memory', problem: 'ENOSPC' }],
    router: { hostOf: () => '', inUse: () => null },
    atLogin: () => 'unknown',
    network: () => makeNetworkView(),
    updates: () => ({ is: 'off' }),
    onChange: () => (changes.count += 1),
  });
  return { desk, settings, secrets, changes };
}

describe('the desk', () => {
  it('puts a good edit into effect and answers with its value', () => {
    const { desk, settings } = makeDesk();
    expect(desk.apply(done(makeSettings(), 'value'))).toEqual({ ok: true, value: 'value' });
    expect(settings.current()).toEqual(makeSettings());
    expect(desk.view().accounts).toMatchObject([{ id: 'nl', key: 'none' }]);
  });

  it('leaves everything as it was on a wrong one', () => {
    const { desk, settings } = makeDesk();
    const before = settings.current();
    expect(desk.apply(wrong('required', 'merchantAccount'))).toMatchObject({ ok: false });
    expect(settings.current()).toEqual(before);
  });

  it('gathers the notices of all files and keys, and forgets one when it is dismissed', async () => {
    const { desk, secrets, changes } = makeDesk({ 'settings.json': '{', 'keys.json': '[]' });
    await secrets.set('nl', 'AQEkey');
    const codes = () => desk.view().notices.map(({ notice }) => notice.code);
    expect(codes()).toEqual(['file-kept-aside', 'file-kept-aside', 'key-in-memory', 'not-saved']);
    desk.dismiss(desk.view().notices[0]?.id ?? '');
    expect(codes()).toEqual(['file-kept-aside', 'key-in-memory', 'not-saved']);
    expect(changes.count).toBe(1);
  });
});
