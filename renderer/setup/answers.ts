import { compact, uniq } from 'es-toolkit';
import type { SetupAnswer } from '../../preload/contract.ts';
import type { Failure } from '../model.ts';
import type { FieldName } from '../settings/account-draft.ts';
import type { Step } from './draft.ts';

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

/** Where in the first run a failure can be mended. */
export type Mending = Step | 'network';

/** Where failures can be mended, as far as in the first run. */
export function mendingsOf(failures: readonly Failure[]): Mending[] {
  return uniq(compact(failures.map((failure) => mendedIn(failure))));
}

function mendedIn(failure: Failure): Mending | null {
  switch (failure.kind) {
    case 'dns':
    case 'tcp':
    case 'tls':
    case 'proxy':
    case 'timeout':
      return 'network';
    case 'key-missing':
    case 'unauthorized':
      return 'key';
    case 'forbidden':
      return mendings[failure.reason];
    default:
      return null;
  }
}

const mendings: Record<Extract<Failure, { kind: 'forbidden' }>['reason'], Mending | null> = {
  account: 'merchant',
  store: 'stores',
  role: 'key',
  'device-role': 'key',
  other: null,
};

/** Whether anything came back. Where nothing did, the time says how long was waited in vain. */
export function isAnswered(answer: SetupAnswer): boolean {
  return answer.ok || 'vendor' in answer.failure || answer.failure.kind === 'unreadable';
}

/** Where a field stands. */
export function stepOf(field: FieldName): Step {
  switch (field) {
    case 'endpoint':
    case 'source':
      return 'where';
    case 'key':
      return 'key';
    case 'merchantAccount':
      return 'merchant';
    default:
      return 'stores';
  }
}
