import { describe, expect, it, test } from 'vitest';
import { extentOf, restoreSteps } from '../../../renderer/terminals/restore.ts';
import { makeOverview, makeStore, makeTerminal } from './overviews.ts';

const up = makeTerminal({ poiid: 'V400m-1' });
const down = makeTerminal({ poiid: 'V400m-2', status: 'disconnected' });
const alsoDown = makeTerminal({ poiid: 'V400m-3', status: 'disconnected' });
const elsewhere = (...terminals: (typeof up)[]) => makeStore({ reference: 'AMF-02', terminals });

describe('how much is missing', () => {
  test.each([
    { what: 'one of several', store: makeStore({ terminals: [up, down] }), others: [], extent: 'alone' },
    { what: 'the only one', store: makeStore({ terminals: [down] }), others: [], extent: 'single' },
    {
      what: 'the only one while other stores are well',
      store: makeStore({ terminals: [down] }),
      others: [elsewhere(up)],
      extent: 'single',
    },
    {
      what: 'all of a store',
      store: makeStore({ terminals: [down, alsoDown] }),
      others: [],
      extent: 'store',
    },
    {
      what: 'all of a store, others are well',
      store: makeStore({ terminals: [down, alsoDown] }),
      others: [elsewhere(up, down)],
      extent: 'store',
    },
    {
      what: 'all of every store',
      store: makeStore({ terminals: [down] }),
      others: [elsewhere(alsoDown), makeStore({ reference: 'ROT-03' })],
      extent: 'account',
    },
    {
      what: 'all of every store of this account only',
      store: makeStore({ terminals: [down] }),
      others: [makeStore({ account: 'other', terminals: [up] })],
      extent: 'single',
    },
    {
      what: 'what Adyen does not answer about',
      store: makeStore({ terminals: [down], failure: { kind: 'key-missing' } }),
      others: [],
      extent: 'answer',
    },
    {
      what: 'this PC’s network',
      store: makeStore({ terminals: [down], failure: { kind: 'offline' } }),
      others: [],
      extent: 'pc',
    },
  ] as const)('$what: $extent', ({ store, others, extent }) => {
    expect(extentOf(makeOverview({ stores: [store, ...others] }), store, down)).toBe(extent);
  });

  it('a terminal that was never seen is a case of its own', () => {
    const fresh = makeTerminal({ status: 'disconnected', neverSeen: true });
    const store = makeStore({ terminals: [up, fresh] });
    expect(extentOf(makeOverview({ stores: [store] }), store, fresh)).toBe('unseen');
  });

  it('a terminal of which nothing is known may well be connected', () => {
    const unknown = makeTerminal({ status: 'unknown' });
    const store = makeStore({ terminals: [unknown] });
    expect(extentOf(makeOverview({ stores: [store] }), store, unknown)).toBe('answer');
  });
});

describe('the steps', () => {
  it('begin with the terminal itself where only that is missing, and end with WebSockets', () => {
    const steps = restoreSteps('alone', 'V400m-2');
    expect([steps[0], steps.at(-1)]).toEqual(['power', 'websockets']);
  });

  it('begin with what all terminals of a store share where all are missing', () => {
    expect(restoreSteps('store', 'V400m-2')[0]).toBe('storeNetwork');
  });

  it('ask for WebSockets early where the terminal was never seen: they may never have been enabled', () => {
    expect(restoreSteps('unseen', 'V400m-2').slice(0, 2)).toEqual(['poiid', 'websockets']);
  });

  test.each([
    { poiid: 'S1F2-1', step: 'diagnosticsAndroid' },
    { poiid: 'V400m-1', step: 'diagnosticsOther' },
    { poiid: 'NEW9-1', step: 'diagnosticsEither' },
  ] as const)('lead $poiid to its diagnostics by $step', ({ poiid, step }) => {
    expect(restoreSteps('alone', poiid)).toContain(step);
  });
});
