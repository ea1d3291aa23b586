import { writeSync } from 'node:fs';
import type { Change } from '../../../main/history/changes.ts';
import { createKeeper } from '../../../main/history/keeper.ts';

// A program that writes into a history as fast as it can, and says of each batch that it is kept. Until it is killed.

const [folder = '', begin = ''] = process.argv.slice(2);
const account = 'test/ShopNL';
const minuteMs = 60_000;
const terminals = 20;

let now = Number(begin);
const keeper = createKeeper();
keeper.open(folder, now);
keeper.write([
  { kind: 'place', place: 0, account, store: 'UTR-01', name: 'Utrecht' },
  ...Array.from({ length: terminals }, (_, terminal) => ({
    kind: 'terminal' as const,
    terminal,
    account,
    poiid: `V400m-${terminal}`,
    name: `Till ${terminal}`,
  })),
  // What the one before it left open ended while nobody was watching.
  ...all((terminal) => [
    { kind: 'over', terminal, at: null },
    { kind: 'begin', terminal, place: 0, up: true, from: now },
  ]),
  { kind: 'seen', places: [0], at: now },
]);
for (;;) {
  const start = now + minuteMs;
  now = start + minuteMs;
  keeper.write([
    ...all((terminal) => [
      { kind: 'end', terminal, at: start },
      { kind: 'begin', terminal, place: 0, up: false, from: start },
      {
        kind: 'incident',
        terminal,
        place: 0,
        cause: 'store',
        start,
        confirmed: start,
        confirmedBy: 'list',
        end: null,
      },
    ]),
    { kind: 'seen', places: [0], at: now },
  ]);
  keeper.write([
    ...all((terminal) => [
      { kind: 'over', terminal, at: now },
      { kind: 'end', terminal, at: now },
      { kind: 'begin', terminal, place: 0, up: true, from: now },
    ]),
    { kind: 'seen', places: [0], at: now },
  ]);
  writeSync(1, `${now}\n`);
}

function all(changes: (terminal: number) => Change[]): Change[] {
  return Array.from({ length: terminals }, (_, terminal) => changes(terminal)).flat();
}
