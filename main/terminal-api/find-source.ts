import type { Failure } from '../monitor/failure.ts';
import type { Answer, Question, Source } from '../monitor/source.ts';

export type SourceName = 'cloud-device' | 'connected-terminals';

/** The key is not known there, or may not ask. */
export type Refusal = Extract<Failure, { kind: 'unauthorized' | 'forbidden' }>;

/** What came of trying the sources, and why. */
export type Finding =
  | { use: 'cloud-device'; why: 'answered' }
  /**
   * The Cloud Device API refused the key, as [3] it does where the key lacks its role; or the store, where that was
   * asked for by its reference.
   */
  | { use: 'connected-terminals'; why: 'refused'; refusal: Refusal; asked: 'account' | 'store' }
  /** The Cloud Device API lists nothing, which may mean that it does not know the store by this name. */
  | { use: 'connected-terminals'; why: 'empty' }
  /** The Cloud Device API could not be asked, which is no verdict on the key. */
  | { use: 'connected-terminals'; why: 'failed'; failure: Failure };

/** Which source serves an account, and why: what people are told of it. */
export type SourceInUse =
  | { use: SourceName; why: 'chosen' }
  /** There is no other in its region. */
  | { use: 'cloud-device'; why: 'only' }
  | Finding;

export interface FoundSource {
  finding: Finding;
  /** Of the source to use; null where it was not asked. */
  answer: Answer | null;
  /** It will come out the same for this key until its roles are changed. */
  certain: boolean;
}

/**
 * Tries the Cloud Device API, which says of each device whether it is online, and falls back to
 * `/connectedTerminals`, which many keys are limited to. What is no verdict on the key (no network, a server error)
 * settles nothing: the next test may come out otherwise. The account is the better question: a store that is written
 * as a reference may be refused for that alone.
 */
export async function findSource(
  question: Extract<Question, { kind: 'account' | 'store' }>,
  sources: Readonly<Record<SourceName, Source>>,
  signal?: AbortSignal,
): Promise<FoundSource> {
  const use = 'connected-terminals';
  const answered = { finding: { use: 'cloud-device', why: 'answered' }, certain: true } as const;

  const newer = await sources['cloud-device'].ask(question, signal);
  if (newer.ok && newer.connected.length > 0) return { ...answered, answer: newer };
  const refusal = asRefusal(newer);
  if (!newer.ok && refusal === null) {
    return { finding: { use, why: 'failed', failure: newer.failure }, answer: null, certain: false };
  }

  const older = await sources[use].ask(question, signal);
  if (newer.ok && isRefused(older)) return { ...answered, answer: newer };
  return refusal === null
    ? { finding: { use, why: 'empty' }, answer: older, certain: false }
    : { finding: { use, why: 'refused', refusal, asked: question.kind }, answer: older, certain: older.ok };
}

/** Whether the key was refused, for itself or for what it asked. */
export function isRefused(answer: Answer): boolean {
  return asRefusal(answer) !== null;
}

function asRefusal(answer: Answer): Refusal | null {
  if (answer.ok) return null;
  const { failure } = answer;
  return failure.kind === 'unauthorized' || failure.kind === 'forbidden' ? failure : null;
}
