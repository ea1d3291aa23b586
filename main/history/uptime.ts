/**
 * A stretch of time in which a terminal was watched and its state was known, in epoch ms; `to` is not part of it.
 * What no span covers was not watched: PC off, asleep or offline, no answer from Adyen, or Tillwatch not running.
 */
export interface Span {
  from: number;
  to: number;
  state: 'up' | 'down';
}

/** How much of a period went how, in ms. The three add up to the length of the period. */
export interface Shares {
  up: number;
  down: number;
  /** Nobody looked: neither up nor down. */
  unwatched: number;
}

export interface Uptime {
  /** Connected time over watched time, 0 to 1; null where nothing of the period was watched. */
  connected: number | null;
  /** Watched time over the period, 0 to 1. */
  watched: number;
}

/**
 * What a period consists of.
 * @param spans of one terminal, in order and apart from each other; one whose end lies before its begin counts as nothing
 */
export function shares(spans: readonly Span[], from: number, to: number): Shares {
  const length = Math.max(0, to - from);
  const sums = { up: 0, down: 0 };
  for (const span of spans) {
    sums[span.state] += Math.max(0, Math.min(span.to, to) - Math.max(span.from, from));
  }
  return { ...sums, unwatched: length - sums.up - sums.down };
}

/** Of several terminals: each counts by the time that it was watched. */
export function total(all: readonly Shares[]): Shares {
  return all.reduce(
    (sum, one) => ({
      up: sum.up + one.up,
      down: sum.down + one.down,
      unwatched: sum.unwatched + one.unwatched,
    }),
    { up: 0, down: 0, unwatched: 0 },
  );
}

export function uptime({ up, down, unwatched }: Shares): Uptime {
  const watched = up + down;
  const period = watched + unwatched;
  return {
    connected: watched > 0 ? up / watched : null,
    watched: period > 0 ? watched / period : 0,
  };
}

/** The period cut into so many parts of the same length, for a bar. By elapsed time, so no clock change bends it. */
export function bar(spans: readonly Span[], from: number, to: number, parts: number): Shares[] {
  const cut = (part: number) => from + ((to - from) * part) / parts;
  return Array.from({ length: parts }, (_, part) => shares(spans, cut(part), cut(part + 1)));
}
