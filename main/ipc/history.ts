import type { Request } from '../../preload/contract.ts';
import { bar, shares, uptime } from '../history/uptime.ts';
import { done, type Handlers } from './register.ts';
import type { Services } from './services.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const barParts = 48;

export function historyHandlers({ clock }: Pick<Services, 'clock'>): Pick<Handlers, 'history.bars'> {
  return {
    // Nothing is recorded yet, so nothing was watched.
    'history.bars'({ terminals }: Request<'history.bars'>) {
      const now = clock.now();
      const one = {
        bar: bar([], now - dayMs, now, barParts),
        month: uptime(shares([], now - 30 * dayMs, now)),
      };
      return done(terminals.map(() => one));
    },
  };
}
