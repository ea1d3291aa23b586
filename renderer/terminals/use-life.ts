import type { Response } from '../../preload/contract.ts';
import { periodOf } from '../history/period.ts';
import { useAnswer } from '../hooks/use-answer.ts';
import { usePresent } from '../hooks/use-present.ts';
import type { TerminalRef, TerminalStatus } from '../model.ts';

export type Life = Response<'history.terminal'>;
export type Incident = Life['incidents'][number];

const refreshMs = 30_000;

/**
 * What has become of a terminal in the last three months, kept up to date, and as of when.
 * @param status a change of it is worth another look
 */
export function useLife({ account, poiid }: TerminalRef, status: TerminalStatus) {
  const now = usePresent(refreshMs, status);
  const answer = useAnswer(
    'history.terminal',
    { account, poiid, ...periodOf(90, now) },
    `${account}/${poiid} ${now}`,
  );
  return { ...answer, now };
}
