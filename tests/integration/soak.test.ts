import { expect, it } from 'vitest';
import { soakAll } from '../bench/soak/report.ts';

// The short form of `npm run soak`: fewer days, stores and terminals, the same faults.
it('over days of outages, blips, faults, wrong lists, sleeps and set clocks nothing is false, missed or told twice', async () => {
  const report = await soakAll([1, 6], { days: 2, stores: 40, terminals: 200 }, () => {});
  expect(report).toMatchObject({ falseAlarms: 0, missed: 0, duplicates: 0 });
  // A world in which nothing happens would prove nothing.
  expect(report.outages).toBeGreaterThan(50);
}, 120_000);
