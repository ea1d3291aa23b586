import { fileURLToPath } from 'node:url';
import { expect } from '@playwright/test';
import { openSettings } from './open-settings.ts';
import type { Scene } from './stage.ts';

const pathOf = (file: string) => fileURLToPath(new URL(`../../${file}`, import.meta.url));

/** Forms and dialogs of the settings, and how updates go. */
export const settingsScenes: Scene[] = [
  {
    name: 'settings-updates-downloading',
    heading: 'Settings',
    updates: 'a version that takes its time',
    says: [/^Fetching version 0\.2\.0/],
    play: async ({ page }) => {
      await openSettings(page, 'Updates');
      await page.getByRole('button', { name: 'Check for updates' }).click();
      await expect(page.getByText('Fetching version 0.2.0')).toBeVisible();
    },
  },
  {
    name: 'settings-updates-ready',
    heading: 'Settings',
    updates: 'a version',
    says: ['Version 0.2.0 is ready'],
    todo: 'Restart and update',
    play: async ({ page }) => {
      await openSettings(page, 'Updates');
      await page.getByRole('button', { name: 'Check for updates' }).click();
      await expect(page.getByText('Version 0.2.0 is ready')).toBeVisible();
    },
  },
  {
    name: 'settings-account',
    heading: 'Settings',
    configured: 'by hand',
    says: ['This address must begin with https://'],
    play: async ({ page }) => {
      await openSettings(page, 'Accounts');
      await page.getByRole('button', { name: 'Edit CornerShopNL' }).click();
      await page.getByLabel('Custom endpoint').fill('http://terminal-api-test.adyen.com');
      await page.getByLabel('Custom endpoint').blur();
    },
  },
  {
    name: 'settings-configuration',
    heading: 'Settings',
    says: ['ExampleMerchant'],
    play: async ({ page, portal }) => {
      await openSettings(page, 'Accounts');
      portal.willOpen(pathOf('build/roll-out/managed.json'));
      await page.getByRole('button', { name: 'Take over a file…' }).click();
      await expect(page.getByRole('dialog')).toContainText('ExampleMerchant');
    },
  },
  {
    name: 'settings-configuration-refused',
    heading: 'Settings',
    says: ['This file cannot be taken over'],
    play: async ({ page, portal }) => {
      await openSettings(page, 'Accounts');
      portal.willOpen(pathOf('package.json'));
      await page.getByRole('button', { name: 'Take over a file…' }).click();
      await expect(page.getByRole('dialog').getByRole('listitem').first()).toBeVisible();
    },
  },
];
