import { expect } from '@playwright/test';
import { allConnected, drop, dropped, openPanel, recheck, till3, type Scene } from './stage.ts';

/** What a list of terminals and the panel of one can show besides. */
export const terminalScenes: Scene[] = [
  {
    name: 'panel-suspect',
    heading: allConnected,
    says: ['Missing from the last answer, asking again', 'Tillwatch is asking for it by itself'],
    play: async (stage) => {
      await openPanel(stage);
      stage.vendor.world.drop(till3);
      // The list is the answer; what is asked next hangs.
      const answered = stage.vendor.nextRequest();
      await recheck(stage);
      await answered;
      stage.vendor.fault({ kind: 'silent' });
      await expect(stage.page.getByText('Missing from the last answer').first()).toBeVisible();
    },
  },
  {
    name: 'panel-acknowledged',
    heading: dropped,
    says: ['You know. You are told again when it is connected.', 'Tell me again'],
    play: async (stage) => {
      await drop(stage);
      await openPanel(stage);
      await stage.page.getByRole('button', { name: 'I know' }).click();
      await expect(stage.page.getByRole('button', { name: 'Undo' })).toBeVisible();
    },
  },
  {
    name: 'panel-offline',
    heading: 'This PC has no network, so the terminals cannot be checked.',
    offline: true,
    says: ['This PC has no network, so nothing is known of the terminal. It may well be connected.'],
    play: openPanel,
  },
  {
    name: 'panel-unseen',
    heading: '1 of 9 terminals is disconnected',
    says: ['Not seen since it was added', /Open Settings → Diagnostics on its display/],
    todo: 'Check this terminal',
    play: async (stage) => {
      const { page } = stage;
      await page.getByRole('button', { name: 'Add terminals to Amersfoort' }).click();
      await page.getByRole('dialog').getByRole('textbox').fill('S1F2-000158213600999');
      await page.getByRole('dialog').getByRole('button', { name: 'Add' }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Done' }).click();
      await recheck(stage);
      await page.getByRole('button', { name: 'What to do' }).click();
    },
  },
  {
    name: 'dialog-added',
    // They are asked for meanwhile.
    heading: /terminals/,
    play: async ({ page }) => {
      await page.getByRole('button', { name: 'Add terminals to Amersfoort' }).click();
      const dialog = page.getByRole('dialog');
      const many = Array.from({ length: 30 }, (_, at) => `S1F2-0001582136009${10 + at}`);
      await dialog.getByRole('textbox').fill([...many, '-', till3].join('\n'));
      await dialog.getByRole('button', { name: 'Add' }).click();
      await expect(dialog.getByRole('listitem')).toHaveCount(32);
    },
  },
  {
    name: 'menu-of-snoozed',
    heading: allConnected,
    says: [/snoozed until/],
    play: async ({ page }) => {
      await page.getByRole('button', { name: 'Snooze Amersfoort' }).click();
      await page.getByRole('menuitem', { name: 'For 1 hour' }).click();
      await page.getByRole('button', { name: 'Amersfoort is snoozed' }).click();
      await expect(page.getByRole('menuitem', { name: 'End snooze' })).toBeVisible();
    },
  },
  {
    name: 'search-empty',
    heading: allConnected,
    says: ['No terminal matches'],
    todo: 'Show all terminals',
    play: ({ page }) => page.getByRole('searchbox').fill('nowhere'),
  },
  {
    name: 'demo',
    heading: /terminal/,
    configured: 'nothing',
    play: ({ page }) => page.getByRole('button', { name: 'Look around with the demo store' }).click(),
  },
];
