import type { TerminalOverview } from '../monitor/overview-types.ts';

/** What is known of a terminal at the moment, for the record. Times in epoch ms. */
export type Life =
  | { kind: 'none' }
  /** `known`: until when that is sure. */
  | { kind: 'up'; known: number }
  | { kind: 'down'; known: number }
  /** Missed from then on, and not for sure yet. */
  | { kind: 'doubt'; from: number; wasUp: boolean; asked: number; twice: boolean };

export type SpanChange =
  | { kind: 'begin'; up: boolean; from: number }
  | { kind: 'end'; at: number }
  /** What was ended last goes on. */
  | { kind: 'resume' };

export interface Step {
  life: Life;
  spans: SpanChange[];
}

export const none: Life = { kind: 'none' };

/**
 * What one look at a terminal adds to the record.
 *
 * | before      | connected           | suspect         | disconnected          | unknown   |
 * |-------------|---------------------|-----------------|-----------------------|-----------|
 * | none        | up begins           | doubt           | down begins           | –         |
 * | up          | up goes on ¹        | up ends, doubt  | up ends, down begins  | up ends   |
 * | down        | down ends, up begins| down ends, doubt| down goes on          | down ends |
 * | doubt       | up goes on ², ³     | doubt           | down begins           | –         |
 *
 * ¹ ended and begun anew where the engine counts the connection anew: nobody was looking in between.
 * ² begun anew where it was not up before the doubt.
 * ³ begun anew as well after a planned restart, which counts neither as up nor as down.
 *
 * A drop counts from when it was first missed, a return from when it was seen.
 * @param evidenceAt when an answer last said anything about it
 * @param restarting whether its store's planned restart was under way at a time
 */
export function live(
  before: Life,
  { status, since }: Pick<TerminalOverview, 'status' | 'since'>,
  evidenceAt: number,
  restarting: (at: number) => boolean,
): Step {
  switch (status) {
    case 'connected':
      return connected(before, since ?? evidenceAt, evidenceAt, restarting);
    case 'suspect':
      return suspect(before, since ?? evidenceAt, evidenceAt);
    case 'disconnected':
      return disconnected(before, since ?? evidenceAt, evidenceAt);
    case 'unknown':
      return { life: none, spans: endOf(before) };
  }
}

function connected(before: Life, since: number, at: number, restarting: (at: number) => boolean): Step {
  const life: Life = { kind: 'up', known: at };
  const begin: SpanChange = { kind: 'begin', up: true, from: at };
  switch (before.kind) {
    case 'none':
      return { life, spans: [begin] };
    case 'up':
      if (since > before.known) return { life, spans: [...endOf(before), begin] };
      return { life: { kind: 'up', known: Math.max(before.known, at) }, spans: [] };
    case 'down':
      return { life, spans: [{ kind: 'end', at }, begin] };
    case 'doubt':
      return { life, spans: before.wasUp && !isRestart(before, restarting) ? [{ kind: 'resume' }] : [begin] };
  }
}

function suspect(before: Life, since: number, at: number): Step {
  switch (before.kind) {
    case 'none':
      return { life: doubt(at, false, at), spans: [] };
    case 'up': {
      const from = within(since, before.known, at);
      return { life: doubt(from, true, at), spans: [{ kind: 'end', at: from }] };
    }
    case 'down':
      return { life: doubt(at, false, at), spans: endOf(before) };
    case 'doubt':
      return { life: { ...before, asked: at, twice: before.twice || at > before.asked }, spans: [] };
  }
}

function disconnected(before: Life, since: number, at: number): Step {
  const life: Life = { kind: 'down', known: at };
  switch (before.kind) {
    case 'none':
      return { life, spans: [{ kind: 'begin', up: false, from: at }] };
    case 'up': {
      const from = within(since, before.known, at);
      return {
        life,
        spans: [
          { kind: 'end', at: from },
          { kind: 'begin', up: false, from },
        ],
      };
    }
    case 'down':
      return { life: { kind: 'down', known: Math.max(before.known, at) }, spans: [] };
    case 'doubt':
      return { life, spans: [{ kind: 'begin', up: false, from: before.from }] };
  }
}

function doubt(from: number, wasUp: boolean, asked: number): Life {
  return { kind: 'doubt', from, wasUp, asked, twice: false };
}

export function endOf(life: Life): SpanChange[] {
  return life.kind === 'up' || life.kind === 'down' ? [{ kind: 'end', at: life.known }] : [];
}

/** It was away for sure, as another answer said, and nobody was to be alarmed by it. */
export function isRestart(life: Life, restarting: (at: number) => boolean): boolean {
  return life.kind === 'doubt' && life.wasUp && life.twice && restarting(life.from);
}

function within(time: number, from: number, to: number): number {
  return Math.min(Math.max(time, from), to);
}
