import { expect, it } from 'vitest';
import { createLedger } from '../../../main/monitor/ledger.ts';
import { evidencePolicy } from '../../../main/monitor/pace.ts';
import type { TerminalRecord } from '../../../main/monitor/terminal.ts';
import { makeRecord, makeStore, makeWatchlist, t0 } from './make.ts';

const watchlist = makeWatchlist([makeStore('UTR-01'), makeStore('AMF-02')]);
const policyOf = () => evidencePolicy(watchlist.pace, watchlist.unstable, false);

function makeLedger(remembered: TerminalRecord[] = []) {
  const ledger = createLedger(remembered);
  ledger.configure(watchlist, t0);
  const answered = (installations: boolean) => ({
    heard: (store: string | null, connected: string[], at = t0, confirms = false) =>
      ledger.listAnswered(
        { account: 'shop', store, connected, installations, confirms, covering: () => () => true },
        at,
        policyOf,
      ),
    asked: (poiid: string, connected: boolean, at = t0) =>
      ledger.terminalAnswered(
        { account: 'shop', poiid, connected, installations, confirms: true },
        at,
        policyOf,
      ),
  });
  return {
    ledger,
    ...answered(false),
    devices: answered(true),
    status: (poiid: string) => ledger.terminal('shop', poiid)?.status,
  };
}

it('grows its revision with what must be remembered, not with every answer', () => {
  const { ledger, heard } = makeLedger();
  heard('UTR-01', ['T1']);
  const learned = ledger.revision();
  expect(learned).toBeGreaterThan(0);
  heard('UTR-01', ['T1'], t0 + 30_000);
  expect(ledger.revision()).toBe(learned);
});

it('knows an ID twice in one list once, whatever its capitals', () => {
  const { ledger, heard } = makeLedger();
  heard('UTR-01', ['T1', 'T1', 't1']);
  expect(ledger.terminalsOf('shop', 'UTR-01')).toHaveLength(1);
});

it('keeps a terminal where somebody moved it to, until a list holds it elsewhere', () => {
  const { ledger, heard } = makeLedger([makeRecord({ poiid: 'T1', status: 'disconnected' })]);
  const at = () => ledger.terminal('shop', 'T1');
  ledger.move('shop', 't1', 'AMF-02');
  expect(ledger.revision()).toBe(1);
  heard('UTR-01', []);
  heard('AMF-02', []);
  expect(at()).toMatchObject({ store: 'AMF-02', status: 'disconnected' });
  heard('UTR-01', ['T1']);
  expect(at()).toMatchObject({ store: 'UTR-01', status: 'connected' });
});

it('takes the list of an account as one of all its stores', () => {
  const { heard, status } = makeLedger([
    makeRecord({ poiid: 'T1' }),
    makeRecord({ poiid: 'T8', store: 'AMF-02' }),
  ]);
  heard(null, ['T1']);
  expect([status('T1'), status('T8')]).toEqual(['connected', 'suspect']);
});

it('keeps a terminal that two stores list where it is, until its own store lacks it', () => {
  const { ledger, heard } = makeLedger();
  const store = () => ledger.terminal('shop', 'T1')?.store;
  heard('UTR-01', ['T1']);
  const { revision } = ledger;
  const before = revision();
  for (let round = 1; round < 5; round += 1) {
    heard('AMF-02', ['T1'], t0 + round * 30_000);
    heard('UTR-01', ['T1'], t0 + round * 30_000);
    expect(store()).toBe('UTR-01');
  }
  expect(revision()).toBe(before);
  heard('UTR-01', [], t0 + 150_000);
  heard('AMF-02', ['T1'], t0 + 150_000);
  expect(store()).toBe('AMF-02');
});

it('finds a terminal in another store where its own has not been listed for a while', () => {
  const { ledger, heard } = makeLedger();
  heard('UTR-01', ['T1']);
  heard('AMF-02', ['T1'], t0 + 3_600_000);
  expect(ledger.terminal('shop', 'T1')?.store).toBe('AMF-02');
});

it('does not guess the store of a stranger in the list of an account', () => {
  const { ledger, heard } = makeLedger([makeRecord({ poiid: 'X1', store: 'GONE-09' })]);
  expect(heard(null, ['T1', 'X1']).strangers).toEqual(['T1', 'X1']);
  expect(['UTR-01', 'AMF-02'].flatMap((store) => ledger.terminalsOf('shop', store))).toEqual([]);
});

it('leaves terminals of stores that are not configured as they are', () => {
  const { heard, status } = makeLedger([makeRecord({ poiid: 'X1', store: 'GONE-09' })]);
  heard(null, []);
  expect(status('X1')).toBe('connected');
});

it('no longer believes lists that lack a terminal which its own request finds again and again', () => {
  const { ledger, heard, asked, status } = makeLedger([makeRecord({ poiid: 'T1' })]);
  for (let round = 0; round < 3; round += 1) {
    heard('UTR-01', []);
    expect(status('T1')).toBe('suspect');
    asked('T1', true);
  }
  heard('UTR-01', []);
  expect(status('T1')).toBe('connected');
  expect(ledger.unlisted().map(({ poiid }) => poiid)).toEqual(['T1']);

  // From now on its own request is the evidence.
  asked('T1', false);
  asked('T1', false);
  expect(status('T1')).toBe('disconnected');
  expect(ledger.unlisted()).toHaveLength(1);
  asked('T1', true);
  heard('UTR-01', ['T1']);
  expect(ledger.unlisted()).toEqual([]);
});

it('does not call a blip a contradiction', () => {
  const { ledger, heard, asked } = makeLedger([makeRecord({ poiid: 'T1' })]);
  for (let round = 0; round < 10; round += 1) {
    heard('UTR-01', []);
    asked('T1', true);
    heard('UTR-01', ['T1']);
  }
  expect(ledger.unlisted()).toEqual([]);
});

const phone = '5f0c1a52-7c2e-4a7b-9d5e-0242ac120002';

it('misses an installation of the SDK where it would be listed', () => {
  const { devices, status } = makeLedger();
  devices.heard('UTR-01', [phone]);
  devices.heard('UTR-01', [], t0 + 30_000);
  devices.asked(phone, false, t0 + 35_000);
  expect(status(phone)).toBe('disconnected');
});

it('does not think an installation away because a source that never has any lacks it', () => {
  const { heard, asked, devices, status } = makeLedger();
  devices.heard('UTR-01', [phone, 'V400m-324688179']);
  heard('UTR-01', [], t0 + 30_000);
  heard(null, [], t0 + 60_000);
  asked(phone, false, t0 + 65_000);
  expect([status(phone), status('V400m-324688179')]).toEqual(['connected', 'suspect']);
});

it('takes an odd ID for that of a terminal once a list of terminals has held it', () => {
  const { heard, devices, status } = makeLedger();
  heard('UTR-01', ['odd id']);
  devices.heard('UTR-01', ['odd id'], t0 + 30_000);
  heard('UTR-01', [], t0 + 60_000);
  expect(status('odd id')).toBe('suspect');
});

it('misses what somebody added under an odd ID, whichever source is asked', () => {
  const { heard, status } = makeLedger([makeRecord({ poiid: 'odd id', status: 'unknown', seenAt: null })]);
  heard('UTR-01', []);
  expect(status('odd id')).toBe('suspect');
});
