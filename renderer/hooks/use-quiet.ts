import { createContext, useContext } from 'react';
import type { Push } from '../../preload/contract.ts';
import { isSameTerminal, type TerminalRef } from '../model.ts';

export type Quiet = Push<'quiet.changed'>;
export type Snooze = Quiet['snoozes'][number];

const QuietContext = createContext<Quiet>({ snoozes: [], acknowledged: [], withHours: [] });

export const QuietProvider = QuietContext.Provider;

/** What nobody wants to be told of at the moment. */
export function useQuiet() {
  const quiet = useContext(QuietContext);
  return {
    snoozeOf: (scope: Snooze['scope']): Snooze | null =>
      quiet.snoozes.find((one) => isSame(one.scope, scope)) ?? null,
    /** It is known when this opens next. */
    opens: (scope: Snooze['scope']): boolean =>
      scope.kind === 'all'
        ? quiet.withHours.length > 0
        : scope.kind === 'store' && quiet.withHours.includes(`${scope.account}/${scope.store}`),
    ofTerminal: (terminal: TerminalRef) => ({
      acknowledged: quiet.acknowledged.some((one) => isSameTerminal(one, terminal)),
      snooze:
        quiet.snoozes.find(({ scope }) => scope.kind === 'terminal' && isSameTerminal(scope, terminal)) ??
        null,
    }),
  };
}

function isSame(one: Snooze['scope'], other: Snooze['scope']): boolean {
  if (one.kind === 'store' && other.kind === 'store')
    return one.account === other.account && one.store === other.store;
  if (one.kind === 'terminal' && other.kind === 'terminal') return isSameTerminal(one, other);
  return one.kind === 'all' && other.kind === 'all';
}
