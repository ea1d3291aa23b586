import { describe, expect, it, test } from 'vitest';
import { createSpeech } from '../../../assets/locales/index.ts';
import { failureWords } from '../../../assets/locales/failure.ts';
import type { Overview } from '../../../renderer/model.ts';
import { headline } from '../../../renderer/terminals/headline.ts';
import { makeOverview, makeStore, makeTerminal } from './overviews.ts';

const { words } = createSpeech();

describe('the headline', () => {
  test.each<{ what: string; overview: Partial<Overview>; title: string }>([
    {
      what: 'all connected',
      overview: { counts: { expected: 9, connected: 9, disconnected: 0, unknown: 0 } },
      title: 'All 9 terminals are connected',
    },
    {
      what: 'the only one connected',
      overview: { counts: { expected: 1, connected: 1, disconnected: 0, unknown: 0 } },
      title: 'The terminal is connected',
    },
    {
      what: 'one of many disconnected',
      overview: {
        verdict: 'disconnected',
        counts: { expected: 9, connected: 8, disconnected: 1, unknown: 0 },
      },
      title: '1 of 9 terminals is disconnected',
    },
    {
      what: 'thousands, in readable figures',
      overview: {
        verdict: 'disconnected',
        counts: { expected: 10000, connected: 8000, disconnected: 2000, unknown: 0 },
      },
      title: '2,000 of 10,000 terminals are disconnected',
    },
    {
      what: 'the only one disconnected',
      overview: {
        verdict: 'disconnected',
        counts: { expected: 1, connected: 0, disconnected: 1, unknown: 0 },
      },
      title: 'The terminal is disconnected',
    },
    {
      what: 'no store',
      overview: { verdict: 'unknown', unconfigured: true, checkedAt: null },
      title: 'No store to watch yet',
    },
    {
      what: 'the first check',
      overview: { verdict: 'unknown', checking: true, checkedAt: null },
      title: 'Checking your terminals…',
    },
    {
      what: 'no answer yet',
      overview: { verdict: 'unknown', checkedAt: null },
      title: 'No answer yet',
    },
    {
      what: 'some that are not known',
      overview: { verdict: 'unknown', counts: { expected: 9, connected: 7, disconnected: 0, unknown: 2 } },
      title: 'The state of 2 terminals is not known',
    },
    { what: 'nothing found', overview: { verdict: 'unknown' }, title: 'No terminal found yet' },
    {
      what: 'attention without a failure',
      overview: { verdict: 'attention' },
      title: 'Something needs your attention',
    },
  ])('tells $what', ({ overview, title }) => {
    expect(headline(makeOverview(overview), words).title).toBe(title);
  });

  it('is the sentence of the failure where there is one', () => {
    const failure = { kind: 'offline' } as const;
    expect(headline(makeOverview({ verdict: 'offline', failure }), words).title).toBe(
      failureWords(failure, words).store,
    );
  });

  it('names stores and terminals, and counts the rest instead of growing', () => {
    const store = (name: string, terminals: number) =>
      makeStore({
        name,
        terminals: Array.from({ length: terminals }, (_, index) =>
          makeTerminal({ poiid: `V400m-${index}`, name: `Till ${index + 1}`, status: 'disconnected' }),
        ),
      });
    const well = makeStore({ name: 'Zwolle', terminals: [makeTerminal()] });
    const stores = [store('Utrecht', 5), well, store('Amersfoort', 1), store('Delft', 1)];
    expect(headline(makeOverview({ verdict: 'disconnected', stores }), words).detail).toBe(
      'Utrecht: Till 1, Till 2, Till 3, 2 more · Amersfoort: Till 1 · 1 more',
    );
  });
});
