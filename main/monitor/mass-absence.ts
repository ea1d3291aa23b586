import { samePoiid } from './poiid.ts';
import type { Answer } from './source.ts';
import type { TerminalRecord } from './terminal.ts';

/** What came of asking whether many are really missing. */
export interface MassAnswer {
  /** The list that came last. */
  list: Answer;
  /** It is to be believed about whom it lacks. */
  confirms: boolean;
  /** Those that were asked for by their own ID, in order. */
  samples: { poiid: string; answer: Answer }[];
  /** Whom the list lacks, where it is proven wrong. */
  contradicted: TerminalRecord[];
}

export interface MassQuestion {
  /** Again; null where the budget does not allow for it. */
  askList: () => Promise<Answer | null>;
  /** By its own ID; null where the budget does not allow for it. */
  askFor: (poiid: string) => Promise<Answer | null>;
  /** The suspects that a list should have held and lacks; none where it is no good answer. */
  missingFrom: (list: Answer) => TerminalRecord[];
  /** One of them, whichever; undefined where none can be asked for. */
  pick: (from: readonly TerminalRecord[]) => TerminalRecord | undefined;
}

/**
 * Many missing at once are confirmed by one more list. But a list that is wrong once is easily wrong twice, so one
 * of those that it lacks is asked for by its own ID, and has to agree:
 *
 * | its own request | the list once more | the list                                                     |
 * |-----------------|--------------------|--------------------------------------------------------------|
 * | lacks it        | is not asked for   | confirms                                                     |
 * | fails           | is not asked for   | is one more that lacks them, and no proof                    |
 * | finds it        | holds it           | was right, it had just come back: another one has to agree ¹ |
 * | finds it        | lacks it           | is contradicted: it says nothing of anybody whom it lacks    |
 * | finds it        | fails              | is that failure                                              |
 *
 * ¹ Once; where that one is found as well, the list confirms nobody this time.
 *
 * @param list the one that was asked for to confirm
 */
export async function confirmMany(
  list: Answer,
  { askList, askFor, missingFrom, pick }: MassQuestion,
): Promise<MassAnswer> {
  const samples: MassAnswer['samples'] = [];

  /** Null where none could be asked for. */
  async function sample(from: readonly TerminalRecord[]) {
    const picked = pick(from);
    const answer = picked ? await askFor(picked.poiid) : null;
    if (!picked || !answer) return null;
    const one = { poiid: picked.poiid, answer };
    samples.push(one);
    return one;
  }

  const first = await sample(missingFrom(list));
  if (!first || !isFound(first))
    return { list, confirms: first?.answer.ok === true, samples, contradicted: [] };

  const again = await askList();
  const lacking = missingFrom(again ?? list);
  if (lacking.some(({ poiid }) => samePoiid(poiid, first.poiid))) {
    return { list: again ?? list, confirms: false, samples, contradicted: lacking };
  }
  const second = await sample(lacking);
  const confirms = second?.answer.ok === true && !isFound(second);
  return { list: again ?? list, confirms, samples, contradicted: [] };
}

function isFound({ poiid, answer }: MassAnswer['samples'][number]): boolean {
  return answer.ok && answer.connected.some((one) => samePoiid(one, poiid));
}
