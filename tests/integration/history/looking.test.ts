import { omit } from 'es-toolkit';
import fc from 'fast-check';
import { expect, it, onTestFinished } from 'vitest';
import { createKeeper, type Keeper } from '../../../main/history/keeper.ts';
import { createRecorder, type RecorderDeps } from '../../../main/history/recorder.ts';
import { createEngine } from '../../../main/monitor/engine.ts';
import { createVirtualClock } from '../../support/virtual-clock.ts';
import { alwaysNew } from '../../unit/history/make.ts';
import { makeEngineDeps, makeStore, makeWatchlist, t0 } from '../../unit/monitor/make.ts';
import { makeVendor } from '../../unit/monitor/vendor.ts';
import { incidentsOf, makeFolder } from './make.ts';

const poiid = fc.constantFrom('T1', 'T2', 'T3', 'T4', 'T5');
const store = fc.constantFrom('A', 'B', 'C', 'D');
const step = fc.oneof(
  { weight: 5, arbitrary: fc.record({ do: fc.constant('wait' as const), ms: fc.nat({ max: 150_000 }) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('drop' as const), poiid }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('connect' as const), poiid, store }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('fail' as const), on: fc.boolean() }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('watch' as const), stores: fc.subarray(['A', 'B', 'C', 'D']) }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('sleep' as const), ms: fc.nat({ max: 600_000 }) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('set the clock' as const),
      ms: fc.integer({ min: -60_000, max: 60_000 }),
    }),
  },
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

const poiids = ['T1', 'T2', 'T3', 'T4', 'T5'];
const always = { from: 0, to: t0 + 86_400_000 * 365 };

function openRecord(knowledgeOf: RecorderDeps['knowledgeOf'], account: string, keeper: Keeper) {
  const recorder = createRecorder({
    open: [],
    accountOf: () => account,
    confirmedBy: () => 'own-request',
    restartOf: () => null,
    isAcknowledged: () => false,
    knowledgeOf,
  });
  return {
    look: (...at: Parameters<typeof recorder.look>) => keeper.write(recorder.look(...at)),
    /** What can be asked of it afterwards. */
    told: () => ({
      timelines: poiids.map((poiid) => keeper.terminal(account, poiid, always).timeline),
      incidents: poiids.map((poiid) =>
        incidentsOf(keeper, { scope: { kind: 'terminal', account, poiid }, ...always }).map((incident) =>
          omit(incident, ['id']),
        ),
      ),
    }),
  };
}

function openKeeper() {
  const keeper = createKeeper();
  keeper.open(makeFolder(), t0);
  return keeper;
}

/** One course of events, on record by who looks at everything each time and by who leaves out what is as before. */
async function play(steps: readonly Step[], account: string, keepers: [Keeper, Keeper]) {
  const clock = createVirtualClock(t0);
  const vendor = makeVendor(clock, { A: ['T1', 'T2'], B: ['T3'], C: ['T4'], D: ['T5'] });
  const thorough = openRecord(alwaysNew(), account, keepers[0]);
  const quick = openRecord((...of) => engine.knowledgeOf(...of), account, keepers[1]);
  const look = () => {
    const overview = engine.overview();
    thorough.look(overview, clock.now());
    quick.look(overview, clock.now());
  };
  const engine = createEngine({
    ...makeEngineDeps(clock, vendor.source),
    random: () => 0.5,
    onChange: () => {},
    onRound: look,
  });
  const watch = (stores: string[]) => engine.configure(makeWatchlist(stores.map((name) => makeStore(name))));
  watch(['A', 'B', 'C', 'D']);
  engine.start();
  for (const taken of steps) {
    switch (taken.do) {
      case 'wait':
        await clock.advance(taken.ms);
        break;
      case 'drop':
        vendor.drop(taken.poiid);
        break;
      case 'connect':
        vendor.drop(taken.poiid);
        vendor.connect(taken.store, taken.poiid);
        break;
      case 'fail':
        vendor.fail(taken.on ? { kind: 'timeout', host: 'adyen.test', stage: 'headers', seconds: 8 } : null);
        break;
      case 'watch':
        watch(taken.stores);
        break;
      case 'sleep':
        clock.sleep(taken.ms);
        break;
      case 'set the clock':
        clock.set(clock.now() + taken.ms);
    }
    look();
    await clock.advance(1_001);
    look();
  }
  engine.stop();
  return [thorough.told(), quick.told()];
}

it('the same is on record whether or not terminals are looked at of which nothing is new', async () => {
  const keepers: [Keeper, Keeper] = [openKeeper(), openKeeper()];
  onTestFinished(() => keepers.forEach((keeper) => keeper.close()));
  let runs = 0;
  const same = fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
    const [thorough, quick] = await play(steps, `test/${(runs += 1)}`, keepers);
    expect(quick).toEqual(thorough);
  });
  await expect(fc.assert(same, { numRuns: 60 })).resolves.toBeUndefined();
});
