import { createEngine, type EngineDeps } from './engine.ts';
import type { Overview } from './overview-types.ts';
import type { Watchlist } from './watchlist.ts';

/** One check of everything, with confirmation, and then no more. */
export async function checkOnce(
  deps: Pick<EngineDeps, 'clock' | 'source' | 'random' | 'online' | 'budgets' | 'remembered'>,
  watchlist: Watchlist,
): Promise<Overview> {
  const engine = createEngine({ ...deps, onChange: () => {}, onRound: () => {} });
  engine.configure(watchlist);
  // Where the budget of a key does not allow for everything at once, its ticks see to the rest.
  engine.start();
  await engine.recheck({ kind: 'all' });
  const result = engine.overview();
  engine.stop();
  return result;
}
