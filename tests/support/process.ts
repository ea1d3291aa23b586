import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createChanges, until } from './until.ts';

export interface RunningProcess {
  pid: number;
  /** Everything it has written so far. */
  stdout(): string;
  stderr(): string;
  /** Settles with the exit code, or the signal's name, once it has ended. */
  ended: Promise<number | string>;
  /** Settles with what it has written once that matches; rejects when it ends before. */
  wrote(pattern: RegExp): Promise<RegExpExecArray>;
  /** Ends it at once, and waits until it is gone. */
  kill(): Promise<void>;
  /** Asks it to end, insists after three seconds, and waits until it is gone. */
  stop(): Promise<void>;
}

/**
 * Starts a program whose life is bound to ours.
 * `env` is the whole environment: nothing is inherited. `input` is all that it reads.
 */
export async function startProcess(
  command: string,
  args: string[],
  env: Record<string, string>,
  input = '',
): Promise<RunningProcess> {
  // The kernel ends it with us, whatever way we end: nothing stays behind after a killed test run.
  const child = spawn('setpriv', ['--pdeathsig', 'TERM', '--', command, ...args], {
    env,
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  // A program that reads nothing may be gone before this is written.
  child.stdin.on('error', () => undefined).end(input);
  const changes = createChanges();
  let [stdout, stderr] = ['', ''];
  let over: number | string | null = null;
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
    changes.note();
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
    changes.note();
  });
  const ended = new Promise<number | string>((resolve) => {
    child.once('close', (code, signal) => {
      over = code ?? signal ?? 'unknown';
      changes.note();
      resolve(over);
    });
  });
  await once(child, 'spawn');

  return {
    pid: child.pid ?? 0,
    stdout: () => stdout,
    stderr: () => stderr,
    ended,
    async wrote(pattern) {
      const match = () => pattern.exec(`${stdout}\n${stderr}`);
      const found = await until(changes, {
        read: () => ({ match: match(), over, stderr }),
        holds: (seen) => seen.match !== null || seen.over !== null,
        what: `${command} to write ${String(pattern)}`,
      });
      if (found.match) return found.match;
      throw new Error(`${command} ended with ${String(over)} before it wrote ${String(pattern)}: ${stderr}`);
    },
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
    async stop() {
      if (over !== null) return;
      child.kill('SIGTERM');
      const insist = setTimeout(() => child.kill('SIGKILL'), 3000);
      await ended;
      clearTimeout(insist);
    },
  };
}
