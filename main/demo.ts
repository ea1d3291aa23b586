import type { Clock } from './monitor/clock.ts';
import type { Demo as WatchedDemo } from './settings/watchlist.ts';

/** The embedded vendor: runs while the demo store is watched, on loopback, with a scenario that needs watching. */
export interface Demo {
  /** Idempotent. Rejects where no port can be had. */
  turn(on: boolean): Promise<void>;
  /** What to watch, while it runs. */
  watched(): WatchedDemo | null;
  /** The key for its account. */
  key(): string | null;
}

/** Fast enough that its scenario of about two minutes can be followed. */
const pace = { intervalMs: 10_000, confirmationMs: 2_000, closedIntervalMs: null };

export function createDemo(clock: Clock, randomBytes: (count: number) => Uint8Array): Demo {
  let running: { watched: WatchedDemo; key: string; stop: () => Promise<void> } | null = null;
  let last = Promise.resolve();

  async function start(): Promise<void> {
    // Only who watches the demo store pays for it.
    const [{ createDemoStore, demoScenario }, { playScenario }, { createSimulator }] = await Promise.all([
      import('./simulator/demo-store.ts'),
      import('./simulator/scenario.ts'),
      import('./simulator/server.ts'),
    ]);
    const store = createDemoStore(randomBytes);
    const simulator = await createSimulator({ world: store.world });
    const stopScenario = playScenario(demoScenario, simulator, clock);
    running = {
      watched: { account: store.account(simulator.url), pace },
      key: store.key,
      stop() {
        stopScenario();
        return simulator.close();
      },
    };
  }

  async function change(on: boolean): Promise<void> {
    if (on === (running !== null)) return;
    if (on) return start();
    const stopped = running;
    running = null;
    await stopped?.stop();
  }

  return {
    // One after the other: two quick clicks must not start it twice.
    turn(on) {
      const next = last.catch(() => {}).then(() => change(on));
      last = next;
      return next;
    },
    watched: () => running?.watched ?? null,
    key: () => running?.key ?? null,
  };
}
