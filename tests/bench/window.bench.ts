import type { Page } from '@playwright/test';
import { startDisplay } from '../../build/demo/display.ts';
import { launchApp } from '../support/app.ts';
import { waitForTrayItem } from '../support/tray-item.ts';
import type { BenchContext, Figure } from './bench.ts';
import { createChain } from './chain.ts';
import { startDesk, watching } from './launch.ts';

const [stores, each] = [1000, 10];
/** The first window of all reads the disk for the others; it does not count. */
const windows = 6;

interface Opened {
  paintMs: number;
  listMs: number;
  searchMs: number;
  filterMs: number;
  rows: number;
}

/** The window with ten thousand terminals in a thousand stores, as somebody who opens it has to wait for it. */
export async function measure(context: BenchContext): Promise<Figure[]> {
  const subject = await watching(createChain(stores, each), context);
  const { profile } = subject;
  const display = await startDisplay(profile.env);
  context.defer(() => display.stop());
  const desk = await startDesk(profile);
  context.defer(() => desk.stop());
  const app = await launchApp({
    executable: context.executable,
    folder: subject.folder,
    profile,
    bus: desk.bus,
    args: subject.args,
    env: { ...subject.env, DISPLAY: display.name },
  });
  context.defer(() => app.quit());
  const item = await waitForTrayItem(desk.connection);

  const opened: Opened[] = [];
  for (let time = 0; time < windows; time += 1) {
    const began = Date.now();
    await item.activate();
    const page = await app.page();
    opened.push(await look(page, began, time));
    const closed = page.waitForEvent('close');
    await page.evaluate(() => window.close());
    await closed;
  }
  const counted = opened.slice(1);
  const figure = (name: string, what: string, of: (one: Opened) => number, bar: number | null = null) => ({
    name,
    what,
    samples: counted.map(of),
    bar,
  });
  return [
    figure('windowFirstPaintMs', 'ms to the first paint: 10,000 terminals', ({ paintMs }) => paintMs),
    figure('windowListMs', 'ms to the list: 10,000 terminals', ({ listMs }) => listMs),
    figure('windowSearchMs', 'ms to search: 10,000 terminals', ({ searchMs }) => searchMs),
    figure('windowFilterMs', 'ms to filter: 10,000 terminals', ({ filterMs }) => filterMs),
    figure('windowRows', 'lines in the page: 10,000 terminals', ({ rows }) => rows, 80),
  ];
}

/** @param began when it was asked for, in ms since 1970 */
async function look(page: Page, began: number, time: number): Promise<Opened> {
  await page.locator('[data-index]').nth(5).waitFor({ timeout: 120_000 });
  return page.evaluate(
    async ({ from, wanted }) => {
      const frame = () => new Promise((drawn) => requestAnimationFrame(drawn));
      const rows = () => document.querySelectorAll('[data-index]').length;
      const listed = performance.timeOrigin + performance.now();
      const paint = performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN;
      const shown = rows();
      /** From an event to the frame after the one in which its outcome is in the page. */
      const until = async (act: () => void, isDone: () => boolean) => {
        const start = performance.now();
        act();
        while (!isDone()) await frame();
        await frame();
        return performance.now() - start;
      };
      const search = document.querySelector<HTMLInputElement>('input[type=search]');
      const chip = document.querySelectorAll<HTMLButtonElement>('[role=radio]')[1];
      if (!search || !chip) throw new Error('there is no toolbar');
      const type = (text: string) => {
        // As React hears of it.
        Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(search, text);
        search.dispatchEvent(new Event('input', { bubbles: true }));
      };
      const searchMs = await until(
        () => type(wanted),
        () => rows() === 2,
      );
      await until(
        () => type(''),
        () => rows() > 2,
      );
      const filterMs = await until(
        () => chip.click(),
        () => rows() === 0,
      );
      await until(
        () => chip.click(),
        () => rows() > 0,
      );
      return {
        paintMs: performance.timeOrigin + paint - from,
        listMs: listed - from,
        searchMs,
        filterMs,
        rows: shown,
      };
    },
    { from: began, wanted: String(324_000_000 + time * 1234) },
  );
}
