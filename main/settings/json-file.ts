import { copyFileSync, constants, existsSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { writeFile } from 'atomically';
import { keptName } from '../kept-name.ts';
import { isRecord, parseJson, problemOf } from './json.ts';
import { createLastWins } from './last-wins.ts';
import type { FileName, Notice } from './notice.ts';
import type { Repaired } from './repair.ts';

/**
 * What we use of electron-store: setting `store` replaces the file atomically (temporary file, fsync, rename).
 * Injected, because importing electron-store imports Electron.
 */
export type OpenStore = (options: { directory: string; name: string }) => { store: Record<string, unknown> };

export interface FileDeps {
  directory: string;
  openStore: OpenStore;
  /** Epoch ms, for the names of copies. */
  now: () => number;
  /** Touches nothing: for one check beside a running app. */
  readOnly?: boolean;
}

export interface FileShape<T> {
  name: FileName;
  version: number;
  blank: () => T;
  /** Null where nothing of it is usable. */
  read: (raw: Record<string, unknown>) => Repaired<T> | null;
}

export type Saved = { ok: true } | { ok: false; problem: string };

export interface JsonFile<T> {
  /** What was last given to `save`, written or not. */
  current(): T;
  /** Never throws: a disk that refuses is an answer and a notice, and the value counts all the same. */
  save(value: T): Saved;
  /** The same off the main thread, for what is large or often: settles once it, or something newer, is on the disk. */
  saveSoon(value: T): Promise<Saved>;
  /** Takes what another process has written meanwhile. */
  reload(): void;
  notices(): Notice[];
}

/**
 * Opens `<directory>/<name>.json`. What cannot be used is never overwritten: it is moved, or copied before
 * a repair, to `<name>.kept-<UTC time>.json`; where that fails, this run writes nothing.
 */
export function openJsonFile<T extends Record<string, unknown>>(
  shape: FileShape<T>,
  deps: FileDeps,
): JsonFile<T> {
  const { directory } = deps;
  if (!deps.readOnly) clearUnfinished(directory, shape.name);
  let loaded = load(shape, deps);
  let value = loaded.value;
  let refused: string | null = null;
  let store: ReturnType<OpenStore> | null = null;
  let saves = 0;

  function save(next: T): Saved {
    value = next;
    saves += 1;
    const refusal = forbidden();
    if (refusal) return refusal;
    try {
      // Opened late: its constructor reads the file, and must not find the one that is kept aside.
      store ??= deps.openStore({ directory, name: shape.name });
      store.store = next;
      refused = null;
      return { ok: true };
    } catch (error) {
      refused = problemOf(error);
      return { ok: false, problem: refused };
    }
  }

  // The library that electron-store writes with, which has no way of its own to not wait for the disk.
  const write = createLastWins(async (next: T): Promise<Saved> => {
    const before = saves;
    const path = join(directory, `${shape.name}.json`);
    const problem = await writeFile(path, JSON.stringify(next), { mode: 0o600 }).then(() => null, problemOf);
    // What was saved at once meanwhile is newer, and this may have taken its place.
    if (saves !== before) return save(value);
    refused = problem;
    return problem === null ? { ok: true } : { ok: false, problem };
  });

  function saveSoon(next: T): Promise<Saved> {
    value = next;
    const refusal = forbidden();
    return refusal ? Promise.resolve(refusal) : write(next);
  }

  function forbidden(): Saved | null {
    if (deps.readOnly) return { ok: false, problem: 'read-only' };
    if (loaded.writable) return null;
    refused = loaded.problem;
    return { ok: false, problem: refused };
  }

  // At once, or every start would find the same faults and keep another copy.
  if (loaded.notice?.code === 'fields-repaired') save(value);

  return {
    current: () => value,
    save,
    saveSoon,
    reload() {
      loaded = load(shape, deps);
      value = loaded.value;
    },
    notices: () => [
      ...(loaded.notice ? [loaded.notice] : []),
      ...(refused === null ? [] : [{ code: 'not-saved' as const, file: shape.name, problem: refused }]),
    ],
  };
}

type Loaded<T> = { value: T; notice: Notice | null } & (
  { writable: true } | { writable: false; problem: string }
);

function load<T>(shape: FileShape<T>, deps: FileDeps): Loaded<T> {
  const file = `${shape.name}.json`;
  const path = join(deps.directory, file);
  const free = { writable: true } as const;
  const setAside = (reason: 'unreadable' | 'newer-version' | 'wrong-type'): Loaded<T> => {
    const kept = keep(deps, file, shape.name, renameSync);
    const notice: Notice = { code: 'file-kept-aside', file: shape.name, keptAs: kept.as, reason };
    return { value: shape.blank(), notice, ...kept.state };
  };

  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    const problem = problemOf(error);
    if (problem === 'ENOENT') return { value: shape.blank(), notice: null, ...free };
    // Locked or forbidden for now: its content may be perfectly good, so it stays where it is.
    return {
      value: shape.blank(),
      notice: { code: 'file-kept-aside', file: shape.name, keptAs: file, reason: 'unreadable' },
      writable: false,
      problem,
    };
  }

  let raw: unknown;
  try {
    raw = parseJson(text);
  } catch {
    return setAside('unreadable');
  }
  if (!isRecord(raw)) return setAside('wrong-type');
  if (typeof raw['version'] === 'number' && raw['version'] > shape.version) return setAside('newer-version');
  const read = shape.read(raw);
  if (!read) return setAside('wrong-type');
  if (read.repaired.length === 0) return { value: read.value, notice: null, ...free };

  const kept = keep(deps, file, shape.name, (from, to) => copyFileSync(from, to, constants.COPYFILE_EXCL));
  return {
    value: read.value,
    notice: { code: 'fields-repaired', file: shape.name, paths: read.repaired, keptAs: kept.as },
    ...kept.state,
  };
}

/** What a kill between writing and renaming left behind: never complete for sure, and one more with each kill. */
function clearUnfinished(directory: string, name: string): void {
  try {
    const unfinished = readdirSync(directory).filter((file) => file.startsWith(`${name}.json.tmp-`));
    for (const file of unfinished) rmSync(join(directory, file), { force: true });
  } catch {
    // No folder yet, or a disk that takes nothing: that is told where something is to be saved.
  }
}

type Kept = { as: string; state: { writable: true } | { writable: false; problem: string } };

function keep(deps: FileDeps, file: string, name: string, put: (from: string, to: string) => void): Kept {
  if (deps.readOnly) return { as: file, state: { writable: true } };
  const as = keptName(name, '.json', deps.now(), (taken) => existsSync(join(deps.directory, taken)));
  try {
    put(join(deps.directory, file), join(deps.directory, as));
    return { as, state: { writable: true } };
  } catch (error) {
    return { as: file, state: { writable: false, problem: problemOf(error) } };
  }
}
