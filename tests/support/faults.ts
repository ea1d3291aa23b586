import type { Fault } from '../../main/simulator/faults.ts';

/** Answers that no client can make sense of, each with the failure that it is. */
export const spoiltAnswers: [Fault, object][] = [
  [{ kind: 'truncated' }, { kind: 'unreadable', reason: 'truncated' }],
  [{ kind: 'not-json' }, { kind: 'unreadable', reason: 'not-json' }],
  [{ kind: 'wrong-shape' }, { kind: 'unreadable', reason: 'wrong-shape' }],
  [{ kind: 'oversized' }, { kind: 'unreadable', reason: 'too-large' }],
  [{ kind: 'captive-portal' }, { kind: 'unreadable', reason: 'captive-portal' }],
];

/** Servers that stop in the middle of it. */
export const silences: [Fault, object][] = [
  [{ kind: 'silent' }, { kind: 'timeout', stage: 'headers' }],
  [{ kind: 'stalled' }, { kind: 'timeout', stage: 'body' }],
];
