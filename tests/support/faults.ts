import type { Failure } from '../../main/monitor/failure.ts';
import type { Fault } from '../../main/simulator/faults.ts';

/** A failure, as far as it is expected to be this and no other. */
export type ExpectedFailure = Pick<Failure, 'kind'> & { reason?: string; [fact: string]: unknown };

/** Answers that no client can make sense of, each with the failure that it is. */
export const spoiltAnswers: [Fault, ExpectedFailure][] = [
  [{ kind: 'truncated' }, { kind: 'unreadable', reason: 'truncated' }],
  [{ kind: 'not-json' }, { kind: 'unreadable', reason: 'not-json' }],
  [{ kind: 'wrong-shape' }, { kind: 'unreadable', reason: 'wrong-shape' }],
  [{ kind: 'oversized' }, { kind: 'unreadable', reason: 'too-large' }],
  [{ kind: 'captive-portal' }, { kind: 'unreadable', reason: 'captive-portal' }],
];

/** Servers that stop in the middle of it. */
export const silences: [Fault, ExpectedFailure][] = [
  [{ kind: 'silent' }, { kind: 'timeout', stage: 'headers' }],
  [{ kind: 'stalled' }, { kind: 'timeout', stage: 'body' }],
];
