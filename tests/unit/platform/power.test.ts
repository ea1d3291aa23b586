import { EventEmitter } from 'node:events';
import { describe, expect, it } from 'vitest';
import { createEngine } from '../../../main/monitor/engine.ts';
import { watchPower } from '../../../main/platform/power.ts';
import { createVirtualClock } from '../../support/virtual-clock.ts';
import { makeEngineDeps, makeStore, makeWatchlist, t0 } from '../monitor/make.ts';
import { makeVendor } from '../monitor/vendor.ts';

/** What the engine was told, for what the system said. */
function told(...events: string[]): string[] {
  const calls: string[] = [];
  const monitor = new EventEmitter();
  watchPower(monitor, { suspend: () => calls.push('suspend'), resume: () => calls.push('resume') });
  for (const event of events) monitor.emit(event);
  return calls;
}

describe('what the system says of sleep and wake', () => {
  it.each<[string, string[]]>([
    ['suspend', ['suspend']],
    ['resume', ['resume']],
    ['unlock-screen', ['resume']],
    // Nobody is there, but the PC goes on watching.
    ['lock-screen', []],
    ['shutdown', []],
    ['on-battery', []],
  ])('%s', (event, calls) => {
    expect(told(event)).toEqual(calls);
  });

  it('a lid that is closed and opened again by somebody who has to sign in', () => {
    expect(told('lock-screen', 'suspend', 'resume', 'unlock-screen')).toEqual([
      'suspend',
      'resume',
      'resume',
    ]);
  });
});

describe('the engine behind it', () => {
  async function watch() {
    const clock = createVirtualClock(t0);
    const vendor = makeVendor(clock, { 'UTR-01': ['T1'] });
    const engine = createEngine({
      ...makeEngineDeps(clock, vendor.source),
      onChange: () => {},
      onRound: () => {},
    });
    const monitor = new EventEmitter();
    watchPower(monitor, engine);
    engine.configure(makeWatchlist([makeStore('UTR-01')]));
    engine.start();
    await clock.advance(10_000);
    const asked = async (ms: number) => {
      const before = vendor.questions.length;
      await clock.advance(ms);
      return vendor.questions.length - before;
    };
    return { clock, monitor, asked };
  }

  it('asks nothing once the PC is about to sleep, and everything when it has woken', async () => {
    const { monitor, asked } = await watch();
    monitor.emit('suspend');
    expect(await asked(40_000)).toBe(0);
    monitor.emit('resume');
    expect(await asked(4_900)).toBe(0);
    expect(await asked(200)).toBe(1);
  });

  it('goes on while the PC is locked, and asks at once when it is unlocked', async () => {
    const { monitor, asked } = await watch();
    monitor.emit('lock-screen');
    expect(await asked(21_000)).toBe(1);
    monitor.emit('unlock-screen');
    expect(await asked(5_100)).toBe(1);
  });

  it('notices a sleep that nobody told of by its own late tick', async () => {
    const { clock, asked } = await watch();
    clock.sleep(3_600_000);
    // The tick that was due, and the moment that the network gets.
    expect(await asked(10_100)).toBe(1);
  });
});
