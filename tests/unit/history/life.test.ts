import { describe, expect, it } from 'vitest';
import { live, none, type Life, type SpanChange } from '../../../main/history/life.ts';
import type { TerminalStatus } from '../../../main/monitor/terminal.ts';

const never = () => false;
const always = () => true;

const up: Life = { kind: 'up', known: 100 };
const down: Life = { kind: 'down', known: 100 };
/** Missed at 90 and up until then. */
const doubt: Life = { kind: 'doubt', from: 90, wasUp: true, asked: 90, twice: false };
const begin = (state: 'up' | 'down', from: number): SpanChange => ({
  kind: 'begin',
  up: state === 'up',
  from,
});
const end = (at: number): SpanChange => ({ kind: 'end', at });

/** Every pair: what was known until 100, what an answer of 130 makes of it. `since` is what the engine says. */
const table: [Life, TerminalStatus, { since: number }, SpanChange[], Life][] = [
  [none, 'connected', { since: 130 }, [begin('up', 130)], { kind: 'up', known: 130 }],
  [none, 'suspect', { since: 130 }, [], { ...doubt, from: 130, wasUp: false, asked: 130 }],
  [none, 'disconnected', { since: 20 }, [begin('down', 130)], { kind: 'down', known: 130 }],
  [none, 'unknown', { since: 130 }, [], none],
  [up, 'connected', { since: 10 }, [], { kind: 'up', known: 130 }],
  [up, 'suspect', { since: 125 }, [end(125)], { ...doubt, from: 125, asked: 130 }],
  [up, 'disconnected', { since: 125 }, [end(125), begin('down', 125)], { kind: 'down', known: 130 }],
  [up, 'unknown', { since: 200 }, [end(100)], none],
  [down, 'connected', { since: 130 }, [end(130), begin('up', 130)], { kind: 'up', known: 130 }],
  [down, 'suspect', { since: 20 }, [end(100)], { ...doubt, from: 130, wasUp: false, asked: 130 }],
  [down, 'disconnected', { since: 20 }, [], { kind: 'down', known: 130 }],
  [down, 'unknown', { since: 200 }, [end(100)], none],
  [doubt, 'connected', { since: 10 }, [{ kind: 'resume' }], { kind: 'up', known: 130 }],
  [doubt, 'suspect', { since: 90 }, [], { ...doubt, asked: 130, twice: true }],
  [doubt, 'disconnected', { since: 90 }, [begin('down', 90)], { kind: 'down', known: 130 }],
  [doubt, 'unknown', { since: 200 }, [], none],
];

it.each(table)('%j and then %s', (before, status, { since }, spans, life) => {
  expect(live(before, { status, since }, 130, never)).toEqual({ life, spans });
});

describe('what nobody saw is not made up', () => {
  it('a connection that the engine counts anew ended when it was last seen', () => {
    expect(live(up, { status: 'connected', since: 130 }, 130, never).spans).toEqual([
      end(100),
      begin('up', 130),
    ]);
  });

  it('an outage of which the engine knows from before is down from the first look on', () => {
    expect(live(none, { status: 'disconnected', since: 1 }, 130, never).spans).toEqual([begin('down', 130)]);
  });

  it('a drop that began before the last proof of the contrary begins with that proof', () => {
    expect(live(up, { status: 'suspect', since: 50 }, 130, never).spans).toEqual([end(100)]);
  });

  it('a return after a doubt that began in the dark is up from then on', () => {
    const dark: Life = { ...doubt, wasUp: false };
    expect(live(dark, { status: 'connected', since: 130 }, 130, never).spans).toEqual([begin('up', 130)]);
  });

  it('evidence that is older than what is known, after a correction of the clock, takes nothing back', () => {
    expect(live(up, { status: 'connected', since: 10 }, 98, never)).toEqual({ life: up, spans: [] });
  });
});

describe('a planned restart', () => {
  const twice: Life = { ...doubt, twice: true };

  it('counts neither as up nor as down', () => {
    expect(live(twice, { status: 'connected', since: 10 }, 130, always).spans).toEqual([begin('up', 130)]);
  });

  it('needs a second answer that lacks the terminal: a single one may have been wrong', () => {
    expect(live(doubt, { status: 'connected', since: 10 }, 130, always).spans).toEqual([{ kind: 'resume' }]);
  });

  it('is down from the start where the terminal does not come back', () => {
    expect(live(twice, { status: 'disconnected', since: 90 }, 130, always).spans).toEqual([
      begin('down', 90),
    ]);
  });
});
