import { EventEmitter } from 'node:events';
import { expect, it } from 'vitest';
import { quitOnSignals } from '../../../main/platform/signals.ts';

it.each(['SIGTERM', 'SIGINT', 'SIGHUP'])('%s ends the app in good order', (signal) => {
  const process = new EventEmitter();
  let quits = 0;
  quitOnSignals({ process, app: { quit: () => (quits += 1) } });
  process.emit(signal);
  expect(quits).toBe(1);
});
