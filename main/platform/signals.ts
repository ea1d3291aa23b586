import type { App } from 'electron';

const signals = ['SIGTERM', 'SIGINT', 'SIGHUP'] as const;

export interface SignalDeps {
  process: { on(signal: (typeof signals)[number], listener: () => void): unknown };
  app: Pick<App, 'quit'>;
}

/**
 * The end of a session asks programs to end by a signal, at which Electron ends on the spot: with what is known not
 * written down, and with files open.
 */
export function quitOnSignals({ process, app }: SignalDeps): void {
  for (const signal of signals) process.on(signal, () => app.quit());
}
