import type { TerminalEvent } from '../monitor/terminal.ts';

/** What people were told and what they are yet to be told. Kept over restarts. Times in epoch ms. */
export interface Memory {
  /** Terminals whose outage was the last that people were told of them. */
  down: ToldDown[];
  /** What is to be told once nothing speaks against it, if it is still true then. */
  held: TerminalEvent[];
  /** Why accounts give no usable answers, until they give them again. */
  causes: KnownCause[];
  /** Stores that have opened and of which nobody was told yet what is down there. */
  openings: { account: string; store: string; at: number }[];
  /** Why something else is held back, so that it is not decided anew with every round. By `subjectKey`. */
  reasons: Record<string, string>;
  /** When the last notifications about terminals were sent. */
  sentAt: number[];
  /** The same of accounts that give no usable answers: trouble of ours must not use up what terminals may say. */
  attentionAt: number[];
  /** When it was last looked; null before the first time. */
  lookedAt: number | null;
}

export interface KnownCause {
  account: string;
  cause: string;
  /** References of the stores that it has reached. */
  stores: string[];
  /** Why nobody was told; null: people were. */
  reason: string | null;
}

export interface ToldDown {
  account: string;
  poiid: string;
  toldAt: number;
  reminded: boolean;
}

export const noMemory: Memory = {
  down: [],
  held: [],
  causes: [],
  openings: [],
  reasons: {},
  sentAt: [],
  attentionAt: [],
  lookedAt: null,
};

/**
 * The clock was set by so many ms: what was told was told as long ago. The last look gets no younger, because a sleep
 * that nobody told of looks just like a clock set forward, and a store may have opened in it.
 */
export function memoryAfterClockSet(memory: Memory, byMs: number): Memory {
  const moved = (at: number) => at + byMs;
  const movedBack = (at: number) => at + Math.min(byMs, 0);
  return {
    ...memory,
    down: memory.down.map((told) => ({ ...told, toldAt: moved(told.toldAt) })),
    held: memory.held.map((event) => ({
      ...event,
      at: moved(event.at),
      outageSince: moved(event.outageSince),
    })),
    openings: memory.openings.map((opening) => ({ ...opening, at: movedBack(opening.at) })),
    sentAt: memory.sentAt.map(moved),
    attentionAt: memory.attentionAt.map(moved),
    lookedAt: memory.lookedAt === null ? null : movedBack(memory.lookedAt),
  };
}
