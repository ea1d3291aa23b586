import { expect, type Page } from '@playwright/test';
import type { Simulator } from '../../main/simulator/server.ts';
import type { FilePortal } from './file-portal.ts';
import type { NotificationServer } from './notification-server.ts';

/** A state of the window that a person can meet, and the way there. */
export interface Scene {
  name: string;
  /** What the page's heading says then. */
  heading: string | RegExp;
  /** What else there is to read. */
  says?: (string | RegExp)[];
  /** The one thing to do, by the name of its button. */
  todo?: string;
  /** Stores that the administrator has set up; `whole` where not said. `by hand`: the user has, in the settings. */
  configured?: 'nothing' | 'wrongly' | 'an empty store' | 'whole' | 'by hand';
  /** Files that lie in Tillwatch's own folder before it starts, by name. */
  files?: Record<string, string>;
  /** Some weeks of these are on record. */
  past?: boolean;
  /** Adyen is where it really is, and this PC has no network. */
  offline?: boolean;
  /** How the administrator has set the network. */
  network?: object;
  /** It runs as an AppImage does, and what there is for it to fetch. */
  updates?: 'nothing' | 'a version' | 'a version that takes its time';
  /** Before the app starts. */
  before?: (vendor: Simulator) => void;
  /** Once all terminals are connected, where any are set up. */
  play?: (stage: Stage) => Promise<unknown>;
}

export interface Stage {
  page: Page;
  vendor: Simulator;
  /** That the vendor takes. */
  key: string;
  notifications: Pick<NotificationServer, 'refuse'>;
  portal: Pick<FilePortal, 'willOpen'>;
}

export const setUp = 'Set up Tillwatch';
export const till3 = 'V400m-324688179';

export const recheck = ({ page }: Stage) => page.getByRole('button', { name: 'Recheck now' }).click();
export const allConnected = 'All 8 terminals are connected';
export const dropped = '1 of 8 terminals is disconnected';

export async function drop(stage: Stage): Promise<void> {
  stage.vendor.world.drop(till3);
  await recheck(stage);
  await expect(stage.page.getByRole('heading', { level: 1 })).toHaveText(dropped);
}

export const openPanel = ({ page }: Stage) => page.getByRole('button', { name: `Till 3 ${till3}` }).click();

export const openHistory = ({ page }: Stage) => page.getByRole('button', { name: 'History' }).click();

export const chooseOf = async ({ page }: Stage, name: string, item: RegExp) => {
  await page
    .getByRole('button', { name: `Actions for ${name}` })
    .first()
    .click();
  await page.getByRole('menuitem', { name: item }).click();
};
