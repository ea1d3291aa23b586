import { expect, it } from 'vitest';
import { setTray } from '../../../main/settings/edit.ts';
import { trayInUse } from '../../../main/settings/tray.ts';
import { makeManaged, makeSettings } from './make.ts';

it('the number of icons is the user’s to choose', () => {
  const edit = setTray(makeSettings(), { state: 'none' }, { icons: 'each-store' });
  expect(edit).toMatchObject({ ok: true, settings: { tray: { icons: 'each-store' } } });
  expect(trayInUse({ icons: 'each-store' }, null)).toEqual({ icons: 'each-store', locked: false });
});

it('where the organisation has chosen it is not the user’s', () => {
  const managed = makeManaged({ trayIcons: 'one' });
  expect(setTray(makeSettings(), managed, { icons: 'each-store' })).toMatchObject({
    ok: false,
    error: { code: 'managed' },
  });
  expect(trayInUse({ icons: 'each-store' }, 'one')).toEqual({ icons: 'one', locked: true });
});
