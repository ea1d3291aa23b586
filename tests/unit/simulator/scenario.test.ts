import { describe, expect, it } from 'vitest';
import { createDemoStore, demoScenario } from '../../../main/simulator/demo-store.ts';
import type { Fault } from '../../../main/simulator/faults.ts';
import { playScenario, type Scenario } from '../../../main/simulator/scenario.ts';
import { createVirtualClock } from '../../support/virtual-clock.ts';
import { makeWorld } from './make.ts';

function makeStage() {
  const world = makeWorld();
  const happened: string[] = [];
  world.onChange(({ kind, poiid }) => happened.push(`${kind} ${poiid}`));
  return {
    happened,
    stage: {
      world,
      fault: (fault: Fault) => void happened.push(`fault ${fault.kind}`),
      heal: () => void happened.push('heal'),
    },
  };
}

const scenario: Scenario = {
  steps: [
    { at: 5, do: 'drop', poiid: 'V400m-324688179' },
    { at: 9, do: 'fault', fault: { kind: 'reset' } },
    { at: 9, do: 'heal' },
    { at: 12, do: 'restore', poiid: 'V400m-324688179' },
  ],
  repeatEvery: null,
};

describe('a scenario', () => {
  it('does each step at its time', async () => {
    const clock = createVirtualClock();
    const { stage, happened } = makeStage();
    playScenario(scenario, stage, clock);
    await clock.advance(4999);
    expect(happened).toEqual([]);
    await clock.advance(1);
    expect(happened).toEqual(['dropped V400m-324688179']);
    await clock.advance(4000);
    expect(happened.slice(1)).toEqual(['fault reset', 'heal']);
    await clock.advance(3000);
    expect(happened.at(-1)).toBe('restored V400m-324688179');
    expect(clock.pending()).toBe(0);
  });

  it('begins again where it is told to', async () => {
    const clock = createVirtualClock();
    const { stage, happened } = makeStage();
    playScenario({ ...scenario, repeatEvery: 60 }, stage, clock);
    await clock.advance(64_999);
    expect(happened).toHaveLength(4);
    await clock.advance(1);
    expect(happened).toHaveLength(5);
    await clock.advance(60_000);
    expect(happened).toHaveLength(9);
  });

  it('keeps its pace when the wall clock is set', async () => {
    const clock = createVirtualClock();
    const { stage, happened } = makeStage();
    playScenario(scenario, stage, clock);
    await clock.advance(5000);
    clock.set(clock.now() - 3_600_000);
    await clock.advance(7000);
    expect(happened).toHaveLength(4);
  });

  it('stops when told', async () => {
    const clock = createVirtualClock();
    const { stage, happened } = makeStage();
    const stop = playScenario(scenario, stage, clock);
    await clock.advance(5000);
    stop();
    await clock.advance(60_000);
    expect(happened).toHaveLength(1);
  });

  it('may be empty', () => {
    const clock = createVirtualClock();
    playScenario({ steps: [], repeatEvery: 1 }, makeStage().stage, clock);
    expect(clock.pending()).toBe(0);
  });
});

describe('the demo', () => {
  it('drops a terminal soon, brings it back, and ends a lap with everything connected', async () => {
    const clock = createVirtualClock();
    const { world, account } = createDemoStore((count) => new Uint8Array(count));
    const watched = account('').stores.flatMap(({ terminals }) => terminals.map(({ poiid }) => poiid));
    const away = () =>
      world.accounts
        .flatMap(({ stores }) => stores)
        .flatMap(({ terminals }) => terminals)
        .filter(({ poiid, connected }) => watched.includes(poiid) && !connected).length;
    let faulty = false;
    const stage = {
      world,
      fault: () => void (faulty = true),
      heal: () => void (faulty = false),
    };
    playScenario(demoScenario, stage, clock);
    await clock.advance(8000);
    expect(away()).toBe(1);
    await clock.advance(25_000);
    expect(away()).toBe(0);
    await clock.advance(30_000);
    expect(away()).toBe(3);
    await clock.advance(120_000);
    expect({ away: away(), faulty }).toEqual({ away: 0, faulty: false });
  });

  it('watches exactly the terminals of its world, but for one that only an import finds', () => {
    const { world, account, key } = createDemoStore((count) => new Uint8Array(count).fill(7));
    const watched = account('http://127.0.0.1:1').stores.map(({ reference, terminals }) => [
      reference,
      terminals.map(({ poiid }) => poiid),
    ]);
    const existing = world.accounts[0]?.stores.map(({ reference, terminals }) => [
      reference,
      terminals.filter(({ connected }) => connected).map(({ poiid }) => poiid),
    ]);
    expect(watched).toEqual(existing);
    const never = world.accounts.flatMap(({ stores }) =>
      stores.flatMap(({ terminals }) => terminals.filter(({ connected }) => !connected)),
    );
    expect(never).toMatchObject([{ poiid: 'S1F2-000158213600131' }]);
    expect(key).toHaveLength(43);
  });
});
