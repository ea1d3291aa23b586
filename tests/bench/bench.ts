/** One line of the table, and one member of the JSON object. */
export interface Figure {
  /** Its name in the JSON object, with the unit where it has one: `roundOverheadMs1000Stores`. */
  name: string;
  /** For people. */
  what: string;
  /** The median counts. */
  samples: number[];
  /** More than this is a miss; null where nothing is promised. */
  bar: number | null;
}

export interface BenchContext {
  /** The Electron executable. */
  executable: string;
  /** The folder of this clone; the app is built. */
  root: string;
  /** One line of progress for the person who waits. */
  say: (line: string) => void;
  /** What it gives is called at the end, the last first, whatever happens. */
  defer: (undo: () => unknown) => void;
}

/** What every file `*.bench.ts` beside this one exports as `measure`; `npm run bench -- --only NAME` runs one. */
export type Measure = (context: BenchContext) => Promise<Figure[]>;
