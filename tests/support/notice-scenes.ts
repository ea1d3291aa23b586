import { expect } from '@playwright/test';
import { openSettings } from './open-settings.ts';
import { allConnected, setUp, type Scene } from './stage.ts';

/** Bad news about files, keys and this PC, above whatever page it is. */
export const noticeScenes: Scene[] = [
  {
    name: 'notices',
    heading: allConnected,
    files: {
      'settings.json': JSON.stringify({ version: 1, startHidden: 'perhaps' }),
      'memory.json': '{',
      'history.db': 'no database',
    },
    network: { certificateFile: '/nowhere.pem' },
    says: [
      'Part of the settings file could not be used',
      'The certificate file cannot be used',
      /Nothing was deleted: the file is kept as/,
    ],
  },
  {
    name: 'managed-refused',
    heading: setUp,
    configured: 'wrongly',
    says: ['The configuration from your organisation could not be used', /accounts\[0\]/],
  },
  {
    name: 'notifications-not-shown',
    heading: 'Settings',
    says: ['Notifications do not appear on this computer'],
    play: async ({ page, notifications }) => {
      notifications.refuse();
      await openSettings(page, 'Notifications');
      await page.getByRole('button', { name: 'Send a test notification' }).click();
      await expect(page.getByRole('list', { name: 'Notices' })).toBeVisible();
    },
  },
  {
    name: 'dialog-remove-key',
    heading: 'Settings',
    configured: 'by hand',
    says: ['The API key is forgotten when Tillwatch quits'],
    play: async ({ page, key }) => {
      await openSettings(page, 'Accounts');
      await page.getByRole('button', { name: 'Edit CornerShopNL' }).click();
      await page.getByLabel('API key').fill(key);
      await page.getByRole('button', { name: 'Save the key' }).click();
      await page.getByRole('button', { name: 'Delete the key' }).click();
      await expect(page.getByRole('dialog')).toBeVisible();
    },
  },
];
