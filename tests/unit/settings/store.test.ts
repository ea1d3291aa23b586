import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Settings } from '../../../main/settings/schema.ts';
import { openSettings } from '../../../main/settings/store.ts';
import { checkEndpoint } from '../../../main/terminal-api/endpoints.ts';
import { makeDirectory, makeFiles, makeSettings } from './make.ts';

const hide = (settings: Settings): Settings => ({ ...settings, startHidden: true });

function open(directory: string) {
  const store = openSettings({ ...makeFiles(directory), checkEndpoint });
  const heard: Settings[] = [];
  return { store, heard, stop: store.onChange((settings) => heard.push(settings)) };
}

describe('the settings', () => {
  it('are saved and told when they change', () => {
    const directory = makeDirectory();
    const { store, heard } = open(directory.path);
    expect(store.update(() => makeSettings())).toEqual({ ok: true });
    expect(store.update(hide)).toEqual({ ok: true });
    expect(store.current()).toEqual(makeSettings({ startHidden: true }));
    expect(heard).toEqual([makeSettings(), makeSettings({ startHidden: true })]);
    expect(open(directory.path).store.current()).toEqual(store.current());
  });

  it('are not told when nothing changed', () => {
    const { store, heard } = open(makeDirectory().path);
    store.update((settings) => ({ ...settings, polling: { ...settings.polling } }));
    expect(heard).toEqual([]);
  });

  it('are no longer told to whoever ended the subscription', () => {
    const { store, heard, stop } = open(makeDirectory().path);
    stop();
    store.update(hide);
    expect(heard).toEqual([]);
  });

  it('count although the disk refuses them, and are saved by the next attempt with the same values', () => {
    const profile = join(makeDirectory().path, 'profile');
    const { store, heard } = open(profile);
    writeFileSync(profile, 'a file where the folder should be');
    expect(store.update(hide)).toMatchObject({ ok: false });
    expect(store.current().startHidden).toBe(true);
    expect(heard).toHaveLength(1);

    rmSync(profile);
    expect(store.update(hide)).toEqual({ ok: true });
    expect(store.notices()).toEqual([]);
    expect(open(profile).store.current().startHidden).toBe(true);
  });
});
