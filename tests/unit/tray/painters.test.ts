import { expect, it } from 'vitest';
import { createPainters } from '../../../main/tray/painters.ts';
import type { TrayView } from '../../../main/tray/view-types.ts';

function makePainters() {
  const calls: string[] = [];
  let made = 0;
  const painters = createPainters(() => {
    const name = `painter ${(made += 1)}`;
    return {
      paint: ({ tooltip }) => calls.push(`${name} paints ${tooltip}`),
      remake: () => calls.push(`${name} remakes`),
      destroy: () => calls.push(`${name} goes`),
    };
  });
  return { painters, calls };
}

const views = (...tooltips: string[]): TrayView[] =>
  tooltips.map((tooltip) => ({ icon: 'connected', tooltip, menu: [] }));

it('has a painter for each icon, and keeps those that there are', () => {
  const { painters, calls } = makePainters();
  painters.paint(views('all'));
  painters.paint(views('one', 'two'));
  painters.paint(views('all'));
  painters.paint(views('one', 'two'));
  expect(calls).toEqual([
    'painter 1 paints all',
    'painter 1 paints one',
    'painter 2 paints two',
    'painter 2 goes',
    'painter 1 paints all',
    'painter 1 paints one',
    'painter 3 paints two',
  ]);
});

it('makes all of them anew, and takes all of them away', () => {
  const { painters, calls } = makePainters();
  painters.paint(views('one', 'two'));
  calls.length = 0;
  painters.remake();
  painters.destroy();
  expect(calls).toEqual(['painter 1 remakes', 'painter 2 remakes', 'painter 1 goes', 'painter 2 goes']);
});
