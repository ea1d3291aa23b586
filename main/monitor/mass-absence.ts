import { partition } from 'es-toolkit';
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
  samples: Sample[];
  /** Whom the list lacks, where it is proven wrong. */
  contradicted: TerminalRecord[];
}

interface Sample {
  poiid: string;
  answer: Answer;
}

export interface MassQuestion {
  /** Again; null where the budget does not allow for it. */
  askList: () => Promise<Answer | null>;
  /** By its own ID; null where the budget does not allow for it. */
  askFor: (poiid: string) => Promise<Answer | null>;
  /** The suspects that a list should have held and lacks; none where it is no good answer. */
  missingFrom: (list: Answer) => TerminalRecord[];
  /** So many different ones of them, whichever; fewer where no more can be asked for. */
  pick: (from: readonly TerminalRecord[], count: number) => TerminalRecord[];
}

/** One that really is away would bear out a list that lacks hundreds of others by mistake. */
const sampleSize = 3;

/**
 * Many missing at once are confirmed by one more list. But a list that is wrong once is easily wrong twice, so a few
 * of those that it lacks are asked for by their own ID at the same time, and have to agree:
 *
 * | their own requests           | the list once more | the list                                                 |
 * |------------------------------|--------------------|----------------------------------------------------------|
 * | lack them, but for failures  | is not asked for   | confirms                                                 |
 * | fail, all of them            | is not asked for   | is one more that lacks them, and no proof                |
 * | find one                     | holds it           | was right, it had just come back: the others count, or ¹ |
 * | find one                     | lacks it           | is contradicted: it says nothing of anybody whom it lacks |
 * | find one                     | fails              | is that failure                                          |
 *
 * ¹ where these were found as well, some others; where one of them is found too, the list confirms nobody this time.
 *
 * @param list the one that was asked for to confirm
 */
export async function confirmMany(
  list: Answer,
  { askList, askFor, missingFrom, pick }: MassQuestion,
): Promise<MassAnswer> {
  const samples: Sample[] = [];

  /** @returns those that were found, and those that were not; of a failure nothing is known */
  async function sample(from: readonly TerminalRecord[]): Promise<[found: Sample[], missed: Sample[]]> {
    const asked = pick(from, sampleSize).map(async ({ poiid }) => {
      const answer = await askFor(poiid);
      return answer ? [{ poiid, answer }] : [];
    });
    const heard = (await Promise.all(asked)).flat();
    samples.push(...heard);
    return partition(
      heard.filter(({ answer }) => answer.ok),
      isFound,
    );
  }

  const [found, missed] = await sample(missingFrom(list));
  if (found.length === 0) return { list, confirms: missed.length > 0, samples, contradicted: [] };

  const again = (await askList()) ?? list;
  const lacking = missingFrom(again);
  if (lacking.some((record) => isAmong(found, record))) {
    return { list: again, confirms: false, samples, contradicted: lacking };
  }
  if (missed.length > 0) return { list: again, confirms: true, samples, contradicted: [] };
  const [foundAsWell, missedAfterAll] = await sample(lacking);
  const confirms = foundAsWell.length === 0 && missedAfterAll.length > 0;
  return { list: again, confirms, samples, contradicted: [] };
}

function isFound({ poiid, answer }: Sample): boolean {
  return answer.ok && answer.connected.some((one) => samePoiid(one, poiid));
}

function isAmong(samples: readonly Sample[], { poiid }: TerminalRecord): boolean {
  return samples.some((sample) => samePoiid(sample.poiid, poiid));
}
