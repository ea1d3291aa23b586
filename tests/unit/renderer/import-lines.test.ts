import { describe, expect, it } from 'vitest';
import {
  countLines,
  groupPreview,
  harmlessOf,
  linesOf,
  type Filter,
  type Line,
} from '../../../renderer/import/lines.ts';
import { addStore, addTerminal, makePreview, moveTerminal, nameStore, region } from './import-previews.ts';

const preview = makePreview({
  stores: [
    { reference: 'A', name: 'Amersfoort', isNew: false },
    { reference: 'B', name: 'Breda', isNew: false },
    { reference: 'C', name: 'Castricum', isNew: true },
  ],
  items: [
    region,
    nameStore('A', true),
    addStore('C'),
    addTerminal('V400m-1', 'A', 'Till 1'),
    addTerminal('V400m-2', 'C'),
    moveTerminal('V400m-3', 'A', 'C'),
  ],
  present: [
    { poiid: 'V400m-4', store: 'B', name: 'Kiosk', watched: true },
    { poiid: 'V400m-5', store: 'B', name: '', watched: false },
  ],
  skippedStores: [{ id: 'ST9', name: 'Zwolle', why: 'closed' }],
  skippedTerminals: [{ poiid: 'V400m-9', why: 'not-boarded' }],
});
const grouped = groupPreview(preview);

/** As somebody would read it, with a bar below the end of a section. */
function read(lines: Line[]): string {
  return lines.map((line) => textOf(line) + (line.last ? ' |' : '')).join(' ');
}

function textOf(line: Line): string {
  switch (line.kind) {
    case 'heading':
      return line.of.toUpperCase();
    case 'store':
      return line.group.name;
    case 'item':
      return line.item.id;
    case 'present':
      return line.terminal.poiid;
    case 'left':
      return `${line.left.name}:${line.left.why}`;
  }
}

describe('a preview', () => {
  it.each<[Filter, string, string]>([
    [
      'all',
      '',
      'ACCOUNT region: | Amersfoort name-store:A add-terminal:V400m-1 | Breda V400m-4 V400m-5 | ' +
        'Castricum add-terminal:V400m-2 move-terminal:V400m-3 | LEFT Zwolle:closed V400m-9:not-boarded |',
    ],
    ['new', '', 'Amersfoort add-terminal:V400m-1 | Castricum add-terminal:V400m-2 |'],
    ['changed', '', 'ACCOUNT region: | Amersfoort name-store:A | Castricum move-terminal:V400m-3 |'],
    ['there', '', 'Breda V400m-4 V400m-5 |'],
    ['left', '', 'LEFT Zwolle:closed V400m-9:not-boarded |'],
    ['all', ' castri', 'Castricum add-terminal:V400m-2 move-terminal:V400m-3 |'],
    ['all', 'till 1', 'Amersfoort add-terminal:V400m-1 |'],
    ['all', 'v400m-4', 'Breda V400m-4 |'],
    ['all', 'st9', 'LEFT Zwolle:closed |'],
    ['new', 'kiosk', ''],
    ['all', 'nothing like it', ''],
  ])('of %s, searched for “%s”', (filter, search, text) => {
    expect(read(linesOf(grouped, filter, search))).toBe(text);
  });

  it('counts as much as each filter shows', () => {
    expect(countLines(grouped)).toEqual({ new: 3, changed: 3, there: 3, left: 2 });
  });

  it('ticks at once only what replaces no word of the user, and what is shown', () => {
    expect(harmlessOf(linesOf(grouped, 'all', ''))).toEqual([
      'add-terminal:V400m-1',
      'add-store:C',
      'add-terminal:V400m-2',
    ]);
    expect(harmlessOf(linesOf(grouped, 'all', 'amers'))).toEqual(['add-terminal:V400m-1']);
    expect(harmlessOf(linesOf(grouped, 'there', ''))).toEqual([]);
  });

  it('has a key of its own for every line', () => {
    const keys = linesOf(grouped, 'all', '').map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('of a thousand stores and ten thousand terminals has all their lines', () => {
    const references = Array.from({ length: 1000 }, (_, at) => `S-${at}`);
    const large = makePreview({
      stores: references.map((reference) => ({ reference, name: reference, isNew: true })),
      items: [
        ...references.map(addStore),
        ...references.flatMap((reference) =>
          Array.from({ length: 10 }, (_, at) => addTerminal(`V400m-${reference}-${at}`, reference)),
        ),
      ],
    });
    const lines = linesOf(groupPreview(large), 'all', '');
    expect([lines.length, harmlessOf(lines).length]).toEqual([11_000, 11_000]);
  });
});
