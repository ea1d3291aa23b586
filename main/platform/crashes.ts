import type { Details } from 'electron';
import type { Log } from './log.ts';

type Gone = Pick<Details, 'type' | 'reason' | 'exitCode'>;

export interface CrashDeps {
  process: {
    on(event: 'uncaughtException' | 'unhandledRejection', listener: (error: unknown) => void): unknown;
  };
  app: {
    on(event: 'child-process-gone', listener: (event: unknown, details: Gone) => void): unknown;
    exit(code: number): void;
  };
  log: Log;
}

/**
 * A fault that nobody has thought of ends the app with exit code 1, so that the system's own watchdog starts it anew,
 * instead of a question on a screen that nobody looks at. It is in the log first.
 */
export function logCrashes({ process, app, log }: CrashDeps): void {
  process.on('uncaughtException', (error) => {
    log.error('Tillwatch has crashed', { error });
    app.exit(1);
  });
  process.on('unhandledRejection', (error) =>
    log.error('something failed and nobody took care of it', { error }),
  );
  app.on('child-process-gone', (_event, { type, reason, exitCode }) => {
    if (reason !== 'clean-exit') log.warn('a process of Chromium has ended', { type, reason, exitCode });
  });
}
