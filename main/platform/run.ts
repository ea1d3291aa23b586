import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { App } from 'electron';

/**
 * Runs a program to its end and gives what it wrote; rejects when there is none, it fails, or it takes longer than
 * that many ms.
 */
export type Run = (program: string, args: string[], withinMs?: number) => Promise<string>;

/** What still runs when the app quits is ended. */
export function createRunner(app: Pick<App, 'once'>): Run {
  const quitting = new AbortController();
  app.once('will-quit', () => quitting.abort());
  return async (program, args, withinMs = 0) => {
    const options = { signal: quitting.signal, timeout: withinMs };
    const { stdout } = await promisify(execFile)(program, args, options);
    return stdout;
  };
}
