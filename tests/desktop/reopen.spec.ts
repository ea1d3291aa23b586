import { z } from 'zod';
import { pssMb, treeOf } from '../bench/procfs.ts';
import { managedEnvironment } from '../support/corner-shop.ts';
import { expect, test } from '../support/desktop-test.ts';
import { inspectable, inspectMain, type MainProcess } from '../support/main-process.ts';

const times = 50;
/** Chromium keeps what it has made for the first windows, such as a process in reserve. */
const warmUps = 5;
/** What comes and goes in a running app, in MB; fifty windows of a page that stays would be a hundred times as much. */
const mostGrowth = { heapMb: 2, treeMb: 25 };

test(`a window that is closed and reopened ${times} times leaves no listener and no process, and memory level`, async ({
  launch,
  shop,
  profile,
  tray,
}) => {
  test.setTimeout(300_000);
  const app = await launch({
    args: ['--hidden', inspectable],
    env: await managedEnvironment(shop, profile),
  });
  const item = await tray();
  await item.shows('connected');
  const main = await inspectMain(app.output());

  const openAndClose = async () => {
    await item.activate();
    const page = await app.page();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('All 3 terminals are connected');
    const closed = page.waitForEvent('close');
    await page.evaluate(() => window.close());
    await closed;
  };
  /** Once the page's process has ended. */
  const measure = async (processes: number | null) => {
    if (processes !== null) await expect.poll(() => treeOf(app.pid).length).toBe(processes);
    const footprint = await footprintOf(main);
    const tree = treeOf(app.pid);
    return { ...footprint, processes: tree.length, treeMb: pssMb(tree) };
  };

  const before = treeOf(app.pid).length;
  for (let time = 0; time < warmUps; time += 1) await openAndClose();
  await expect
    .poll(() => treeOf(app.pid).length, 'the page has no process any more')
    .toBeLessThanOrEqual(before);
  const early = await measure(null);
  for (let time = warmUps; time < times; time += 1) await openAndClose();
  const late = await measure(early.processes);

  test.info().annotations.push({ type: 'measured', description: JSON.stringify({ early, late }) });
  expect(late.windows).toBe(0);
  expect(late.listeners).toBe(early.listeners);
  expect(late.heapBytes - early.heapBytes).toBeLessThan(mostGrowth.heapMb * 1e6);
  expect(late.treeMb - early.treeMb).toBeLessThan(mostGrowth.treeMb);
  main.close();
});

/** What a window could leave behind: listeners of everything that lives as long as the app, pages, and bytes in use. */
async function footprintOf(main: MainProcess) {
  await main.collectGarbage();
  const looked = await main.evaluate(`(() => {
    const { app, ipcMain, nativeTheme, powerMonitor, session, webContents } = require('electron');
    const lasting = [app, ipcMain, nativeTheme, powerMonitor, session.defaultSession, process];
    const of = (emitter) => emitter.eventNames().reduce((sum, name) => sum + emitter.listenerCount(name), 0);
    return {
      listeners: lasting.reduce((sum, emitter) => sum + of(emitter), 0),
      windows: webContents.getAllWebContents().length,
      heapBytes: process.memoryUsage().heapUsed,
    };
  })()`);
  return z.object({ listeners: z.number(), windows: z.number(), heapBytes: z.number() }).parse(looked);
}
