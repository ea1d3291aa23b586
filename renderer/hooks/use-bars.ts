import { useEffect, useEffectEvent, useState } from 'react';
import type { Response } from '../../preload/contract.ts';
import { request } from '../bridge.ts';
import type { TerminalRef } from '../model.ts';

export type RowHistory = Response<'history.bars'>[number];

/** Scrolling has come to rest by then. */
const settleMs = 80;
/** A tick of the bar is half an hour, so a minute old is young. */
const refreshMs = 60_000;

/** Bar and uptime of the terminals in sight, as far as they have been answered; of those out of sight none is kept. */
export function useBars(inSight: readonly TerminalRef[]): (terminal: TerminalRef) => RowHistory | null {
  const [known, setKnown] = useState<ReadonlyMap<string, RowHistory>>(new Map());
  const wanted = inSight.map(keyOf).join('\n');

  const load = useEffectEvent(async () => {
    const asked = inSight.map(({ account, poiid }) => ({ account, poiid }));
    if (asked.length === 0) return;
    const reply = await request('history.bars', { terminals: asked });
    if (!reply.ok) return;
    setKnown(
      new Map(
        asked.flatMap((terminal, at) => {
          const history = reply.value[at];
          return history ? [[keyOf(terminal), history] as const] : [];
        }),
      ),
    );
  });
  useEffect(() => {
    const settled = setTimeout(() => void load(), settleMs);
    const again = setInterval(() => void load(), refreshMs);
    return () => {
      clearTimeout(settled);
      clearInterval(again);
    };
  }, [wanted]);

  return (terminal) => known.get(keyOf(terminal)) ?? null;
}

function keyOf({ account, poiid }: TerminalRef): string {
  return `${account}/${poiid}`;
}
