import { describe, expect, it } from 'vitest';
import { createSpeech } from '../../../assets/locales/index.ts';
import { table } from '../../../main/cli/table.ts';
import type { Report } from '../../../main/cli/report.ts';

const voice = { words: createSpeech().words, moment: (at: number) => `at ${at - Date.parse(time)}` };
const time = '2026-11-24T14:02:00.000Z';

function makeReport(stores: Report['stores'], report: Partial<Report> = {}): Report {
  return { state: 'connected', checkedAt: time, stores, ...report };
}

const store: Report['stores'][number] = {
  account: 'shop',
  reference: 'UTR-01',
  name: 'Utrecht',
  state: 'disconnected',
  terminals: [
    { poiid: 'V400m-324688179', name: 'Till 1', state: 'connected', since: time },
    { poiid: 'S1F2-1', name: 'S1F2-1', state: 'disconnected', since: null },
  ],
};

describe('the table of a check', () => {
  it('has a line for each terminal, its columns aligned', () => {
    expect(table(makeReport([store], { state: 'disconnected' }), voice).split('\n')).toEqual([
      'disconnected, checked at 0',
      '',
      'Utrecht (UTR-01): disconnected',
      '  Till 1  V400m-324688179  connected     since at 0',
      '          S1F2-1           disconnected',
    ]);
  });

  it('has no column that is empty throughout', () => {
    const terminals = store.terminals.slice(1);
    expect(table(makeReport([{ ...store, terminals }]), voice)).toContain('\n  S1F2-1  disconnected');
  });

  it('says so where no terminal is known', () => {
    expect(table(makeReport([{ ...store, terminals: [] }]), voice)).toContain('no terminal is known here');
  });

  it('says what is in the way, and what to do', () => {
    const failure = { kind: 'dns', message: 'No answer.', remedy: 'Look.', detail: 'ENOTFOUND' };
    const told = table(makeReport([{ ...store, terminals: [], failure }], { checkedAt: null }), voice);
    expect(told.split('\n')).toEqual([
      'connected, no answer yet',
      '',
      'Utrecht (UTR-01): disconnected',
      '  No answer.',
      '  What to do: Look.',
      '  For support: ENOTFOUND',
    ]);
  });
});
