import type { SetupAnswer } from '../../preload/contract.ts';

/** What a step wanted to know. */
export type Question = 'where' | 'key' | 'merchant';

/** `doubtful`: taken, but it may not be what was meant. */
export type Meaning = 'good' | 'doubtful' | 'bad';

/**
 * What the vendor's answer means for a step. Any answer shows that the vendor can be reached; one that refuses the
 * merchant account, not the key, shows that it has taken the key.
 */
export function meaningOf(question: Question, answer: SetupAnswer): Meaning {
  if (answer.ok) return question === 'merchant' && answer.connected === 0 ? 'doubtful' : 'good';
  switch (answer.failure.kind) {
    case 'unauthorized':
      return question === 'where' ? 'good' : 'bad';
    case 'forbidden':
    case 'invalid-request':
      return question === 'merchant' ? 'bad' : 'good';
    default:
      return 'bad';
  }
}
