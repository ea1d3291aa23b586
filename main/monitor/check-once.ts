import { createEngine, type EngineDeps } from './engine.ts';
import type { Overview } from './overview-types.ts';
import type { Watchlist } from './watchlist.ts';

/** One check of everything, with confirmation, and then no more. */
export async function checkOnce(
  deps: Pick<EngineDeps, 'clock' | 'source' | 'random' | 'online' | 'credentialOf' | 'remembered'>,
  watchlist: Watchlist,
): Promise<Overview> {
  const engine = createEngine({ ...deps, onChange: () => {}, onRound: () => {} });
  engine.configure(watchlist);
  await engine.recheck({ kind: 'all' });
  const result = engine.overview();
  engine.stop();
  return result;
}
