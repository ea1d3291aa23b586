import { spawn } from 'node:child_process';

/** One line for the person at the terminal. Standard output belongs to the program that is started. */
export function say(line) {
  process.stderr.write(`${line}\n`);
}

/** A failure that needs a sentence rather than a stack trace. */
export class Refusal extends Error {}

/**
 * Runs a command whose output goes to standard error.
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, timeout?: number, quiet?: boolean }} [options] `timeout` in ms
 * @returns {Promise<number>} its exit code; 127 where it could not be started, 1 where a signal ended it
 */
export function run(command, args, { cwd, env, timeout, quiet = false } = {}) {
  return new Promise((resolve) => {
    const stdio = quiet ? 'ignore' : ['ignore', 2, 2];
    const child = spawn(command, args, { cwd, env, timeout, stdio });
    child.once('error', () => resolve(127));
    child.once('exit', (code) => resolve(code ?? 1));
  });
}

/** Runs an entry command, whose exit code `body` may give: a refusal ends it with its sentence, anything else with its trace. */
export async function main(body) {
  try {
    const code = await body();
    if (code !== undefined) process.exitCode = code;
  } catch (error) {
    say(error instanceof Refusal ? error.message : String(error?.stack ?? error));
    process.exitCode = 1;
  }
}
