import { describe, expect, it } from 'vitest';
import { createSpeech } from '../../../assets/locales/index.ts';
import { exitCode, report } from '../../../main/cli/report.ts';
import { makeOverview, makeStore, makeTerminal, twoPastTwo } from '../tray/make.ts';

const { words } = createSpeech();
const time = new Date(twoPastTwo).toISOString();

describe('the report of a check', () => {
  it('holds what scripts may rely on, and nothing else', () => {
    const terminals = [
      makeTerminal(),
      makeTerminal({ poiid: 'S1F2-1', name: 'S1F2-1', status: 'disconnected' }),
      makeTerminal({ poiid: 'S1F2-2', name: 'Bar', status: 'unknown', since: null }),
    ];
    expect(report(makeOverview([makeStore({ terminals })]), words)).toEqual({
      state: 'disconnected',
      checkedAt: time,
      stores: [
        {
          account: 'shop',
          reference: 'UTR-01',
          name: 'Utrecht Centraal',
          state: 'disconnected',
          terminals: [
            { poiid: 'V400m-324688179', name: 'Till 1', state: 'connected', since: time },
            { poiid: 'S1F2-1', name: 'S1F2-1', state: 'disconnected', since: time },
            { poiid: 'S1F2-2', name: 'Bar', state: 'unknown', since: null },
          ],
        },
      ],
    });
  });

  it('says why a store could not be checked, what to do, and what support needs', () => {
    const failure = { kind: 'dns', host: 'terminal-api-live.adyen.com', code: 'ENOTFOUND' } as const;
    const store = makeStore({ verdict: 'attention', checkedAt: null, failure });
    const [told] = report(makeOverview([store], { checkedAt: null }), words).stores;
    expect(told).toMatchObject({ state: 'attention', failure: { kind: 'dns' } });
    expect(told?.failure?.message).not.toBe('');
    expect(told?.failure?.remedy).not.toBe('');
    expect(told?.failure?.detail).toContain('terminal-api-live.adyen.com');
  });

  it('is unknown, without a time, where nothing was asked', () => {
    expect(report(makeOverview([], { checkedAt: null }), words)).toEqual({
      state: 'unknown',
      checkedAt: null,
      stores: [],
    });
  });

  it.each([
    ['connected', 'connected', 0],
    ['attention', 'attention', 1],
    ['disconnected', 'disconnected', 2],
    ['unknown', 'unknown', 3],
    ['offline', 'unknown', 3],
  ] as const)('of the verdict %s is %s, exit code %i', (verdict, state, code) => {
    const told = report(makeOverview([makeStore({ verdict })]), words);
    expect(told).toMatchObject({ state, stores: [{ state }] });
    expect(exitCode(told.state)).toBe(code);
  });
});
