import type { Failure } from '../../../main/monitor/failure.ts';
import type { Answer, Question, Source } from '../../../main/monitor/source.ts';
import type { VirtualClock } from '../../support/virtual-clock.ts';

/**
 * The vendor as the engine sees it, with answers that take 100 ms of virtual time.
 * @param connected POIIDs by store; stores that are not configured stand for the rest of the account
 */
export function makeVendor(clock: VirtualClock, connected: Record<string, string[]>) {
  const questions: Question[] = [];
  const failures = new Map<Question['kind'], Failure>();

  function list(question: Question): string[] {
    const all = Object.values(connected).flat();
    switch (question.kind) {
      case 'account':
        return all;
      case 'store':
        return [...(connected[question.store] ?? [])];
      case 'terminal':
        return all.filter((poiid) => poiid.toLowerCase() === question.poiid.toLowerCase());
    }
  }

  function answer(question: Question): Answer {
    const failure = failures.get(question.kind);
    return failure
      ? { ok: false, failure, tookMs: 100 }
      : { ok: true, connected: list(question), tookMs: 100 };
  }

  const source: Source = {
    ask(question) {
      questions.push(question);
      return new Promise((resolve) => clock.after(100, () => resolve(answer(question))));
    },
  };

  return {
    source,
    questions,
    asked: (kind: Question['kind']) => questions.filter((question) => question.kind === kind).length,
    drop(...poiids: string[]) {
      for (const [store, there] of Object.entries(connected)) {
        connected[store] = there.filter((poiid) => !poiids.includes(poiid));
      }
    },
    connect(store: string, ...poiids: string[]) {
      connected[store] = [...(connected[store] ?? []), ...poiids];
    },
    /** For questions of these kinds; all of them where none is named. Null heals. */
    fail(failure: Failure | null, ...kinds: Question['kind'][]) {
      for (const kind of kinds.length > 0 ? kinds : (['account', 'store', 'terminal'] as const)) {
        if (failure) failures.set(kind, failure);
        else failures.delete(kind);
      }
    },
  };
}

export type Vendor = ReturnType<typeof makeVendor>;
