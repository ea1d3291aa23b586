import type { Failure } from '../monitor/failure.ts';
import type { Answer, Question, Source } from '../monitor/source.ts';

export type SourceName = 'cloud-device' | 'connected-terminals';

type GoodAnswer = Extract<Answer, { ok: true }>;
type BadAnswer = Extract<Answer, { ok: false }>;
/** The key is not known there, or may not ask. */
export type Refusal = Extract<Failure, { kind: 'unauthorized' | 'forbidden' }>;

/** Which source serves an account or a store, and why. */
export type FoundSource =
  | { use: 'cloud-device'; why: 'answered'; answer: GoodAnswer }
  /** The Cloud Device API refused the key, as [3] it does where the key lacks its role. */
  | { use: 'connected-terminals'; why: 'refused'; refusal: Refusal; answer: GoodAnswer }
  /** The Cloud Device API lists nothing, which may mean that it does not know the store by this name. */
  | { use: 'connected-terminals'; why: 'empty'; answer: GoodAnswer }
  /** `refusal` is the Cloud Device API's where it was the other source that failed at last. */
  | { use: null; refusal: Refusal | null; answer: BadAnswer };

/**
 * Tries the Cloud Device API, which says of each device whether it is online, and falls back to
 * `/connectedTerminals`, which many keys are limited to. What is no verdict on the key (no network, a server error)
 * chooses nothing: the next test may come out otherwise. The account is the better question: a store that is written
 * as a reference may be refused for that alone.
 */
export async function findSource(
  question: Extract<Question, { kind: 'account' | 'store' }>,
  sources: Readonly<Record<SourceName, Source>>,
  signal?: AbortSignal,
): Promise<FoundSource> {
  const newer = await sources['cloud-device'].ask(question, signal);
  if (newer.ok && newer.connected.length > 0) return { use: 'cloud-device', why: 'answered', answer: newer };
  const refusal = asRefusal(newer);
  if (!newer.ok && refusal === null) return { use: null, refusal, answer: newer };

  const older = await sources['connected-terminals'].ask(question, signal);
  if (newer.ok && asRefusal(older)) return { use: 'cloud-device', why: 'answered', answer: newer };
  if (!older.ok) return { use: null, refusal, answer: older };
  return refusal === null
    ? { use: 'connected-terminals', why: 'empty', answer: older }
    : { use: 'connected-terminals', why: 'refused', refusal, answer: older };
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
