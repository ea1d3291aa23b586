import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createBins, partOf } from '../../../main/history/bins.ts';
import { shares, total, type Span } from '../../../main/history/uptime.ts';

it('each part holds what of a span lies in it', () => {
  const bins = createBins([0, 10, 20, 30], 1);
  bins.add({ from: 5, to: 25, state: 'up' });
  bins.add({ from: 25, to: 40, state: 'down' });
  expect(bins.shares()).toEqual([
    { up: 5, down: 0, unwatched: 5 },
    { up: 10, down: 0, unwatched: 0 },
    { up: 5, down: 5, unwatched: 0 },
  ]);
});

it('terminals that were not watched are missing from each part', () => {
  const bins = createBins([0, 10], 3);
  bins.add({ from: 0, to: 10, state: 'up' });
  expect(bins.shares()).toEqual([{ up: 10, down: 0, unwatched: 20 }]);
});

it('says what counting span by span says', () => {
  const edges = fc.uniqueArray(fc.integer({ min: 0, max: 1000 }), { minLength: 2, maxLength: 12 });
  const span = fc.record<Span>({
    from: fc.integer({ min: -50, max: 1050 }),
    to: fc.integer({ min: -50, max: 1050 }),
    state: fc.constantFrom('up', 'down'),
  });
  fc.assert(
    fc.property(edges, fc.array(span, { maxLength: 20 }), (unsorted, spans) => {
      const sorted = unsorted.toSorted((one, other) => one - other);
      const bins = createBins(sorted, spans.length);
      for (const one of spans) bins.add(one);
      const parts = sorted
        .slice(0, -1)
        .map((from, part) => total(spans.map((one) => shares([one], from, sorted[part + 1] ?? from))));
      expect(bins.shares()).toEqual(parts);
    }),
  );
});

it.each([
  [0, 0],
  [9, 0],
  [10, 1],
  [29, 2],
  [30, 3],
])('%d lies in part %d', (at, part) => {
  expect(partOf([0, 10, 20, 30], at)).toBe(part);
});
