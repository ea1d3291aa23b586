import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { App } from 'electron';

/** Runs a program to its end and gives what it wrote; rejects when there is none or it fails. */
export type Run = (program: string, args: string[]) => Promise<string>;

/** What still runs when the app quits is ended. */
export function createRunner(app: Pick<App, 'once'>): Run {
  const quitting = new AbortController();
  app.once('will-quit', () => quitting.abort());
  return async (program, args) => {
    const { stdout } = await promisify(execFile)(program, args, { signal: quitting.signal });
    return stdout;
  };
}
