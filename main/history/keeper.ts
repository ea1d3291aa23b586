import type { Change, OpenIncident } from './changes.ts';
import type { Database } from './database.ts';
import { closeFile, openFile, type OpenedFile } from './file.ts';
import type { Questions } from './questions.ts';
import { createReader } from './reader.ts';
import { forget, forgetNames, keepSince } from './upkeep.ts';
import { createWriter, openIncidents, rewind } from './writer.ts';

/** The demo store plays the same outages each time: nobody's history. */
export const demoPrefix = 'demo/';

export interface Opened {
  keptAside: OpenedFile['keptAside'];
  incidents: OpenIncident[];
}

/** What can be done with the file, on the one thread that has it. Everything but `open` throws until that was called. */
export interface Keeping extends Questions {
  /**
   * Opens it, or opens it anew; numbers of terminals and places begin anew with it.
   * @param now epoch ms
   */
  open(directory: string, now: number): Opened;
  write(changes: Change[]): void;
  /** Forgets what ended before `before`, epoch ms. */
  keepSince(before: number): number;
  forgetDemo(): void;
  close(): void;
}

export type Ask<K extends keyof Keeping> = (...args: Parameters<Keeping[K]>) => ReturnType<Keeping[K]>;
export type Keeper = { [K in keyof Keeping]: Ask<K> };

export function createKeeper(): Keeper {
  let open: { database: Database; reader: Questions; write(changes: Change[]): void } | null = null;

  function opened() {
    if (!open) throw new Error('the history is not open');
    return open;
  }

  function close(): void {
    if (open) closeFile(open.database);
    open = null;
  }

  return {
    open(directory, now) {
      close();
      const { database, keptAside } = openFile(directory, now);
      rewind(database, now);
      forget(database, demoPrefix);
      forgetNames(database);
      open = { database, reader: createReader(database), ...createWriter(database) };
      return { keptAside, incidents: openIncidents(database) };
    },
    write: (changes) => opened().write(changes),
    keepSince: (before) => keepSince(opened().database, before),
    forgetDemo: () => forget(opened().database, demoPrefix),
    close,
    summary: (...asked) => opened().reader.summary(...asked),
    bins: (...asked) => opened().reader.bins(...asked),
    incidents: (...asked) => opened().reader.incidents(...asked),
    decisions: (...asked) => opened().reader.decisions(...asked),
    terminal: (...asked) => opened().reader.terminal(...asked),
    bars: (...asked) => opened().reader.bars(...asked),
  };
}
