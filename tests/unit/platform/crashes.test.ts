import { EventEmitter } from 'node:events';
import { expect, it } from 'vitest';
import { logCrashes } from '../../../main/platform/crashes.ts';
import { noLog } from '../../../main/platform/log.ts';
import { shouldReopen } from '../../../main/window/reopen.ts';

function make() {
  const lines: string[] = [];
  const exits: (number | undefined)[] = [];
  const app = Object.assign(new EventEmitter(), {
    exit: (code?: number) => {
      lines.push('exit');
      exits.push(code);
    },
  });
  const process = new EventEmitter();
  logCrashes({
    process,
    app,
    log: { ...noLog, error: (line) => lines.push(line), warn: (line) => lines.push(line) },
  });
  return { app, process, lines, exits };
}

it('a fault that nobody has thought of is in the log before the app ends with 1', () => {
  const { process, lines, exits } = make();
  process.emit('uncaughtException', new Error('x'));
  expect(lines).toEqual(['Tillwatch has crashed', 'exit']);
  expect(exits).toEqual([1]);
});

it('a promise that nobody took care of is in the log, and the watching goes on', () => {
  const { process, lines, exits } = make();
  process.emit('unhandledRejection', new Error('x'));
  expect([lines.length, exits.length]).toEqual([1, 0]);
});

it.each([
  ['crashed', 1],
  ['clean-exit', 0],
])('a process of Chromium that has ended as %s gives %i lines', (reason, count) => {
  const { app, lines } = make();
  app.emit('child-process-gone', {}, { type: 'GPU', reason, exitCode: 1 });
  expect(lines).toHaveLength(count);
});

it.each([
  ['crashed', null, true],
  ['oom', null, true],
  ['killed', 0, true],
  ['crashed', 1, false],
  ['clean-exit', null, false],
] as const)('a page that has gone as %s, reopened last at %j, is opened again: %s', (reason, at, again) => {
  expect(shouldReopen({ reason }, at, 60_000)).toBe(again);
});
