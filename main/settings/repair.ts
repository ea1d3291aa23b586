import type { z } from 'zod';
import { isRecord, valueAt } from './json.ts';
import { pathPattern, pathText } from './path-text.ts';

/** What takes the place of an unusable field; keys as `pathPattern` gives them, `holder` is what contains it. */
export type Fallbacks = Readonly<Record<string, (holder: Readonly<Record<string, unknown>>) => unknown>>;

export interface Repaired<T> {
  value: T;
  /** Paths of what could not be kept as it was; empty when all was well. */
  repaired: string[];
}

// Mending one level can bring a deeper problem to light, but never many times over.
const passes = 8;

/**
 * Keeps all of `raw` that fits the schema: an unusable field takes its fallback, without one the list
 * entry around it is dropped. Null when even that does not lead to something usable.
 */
export function repair<T>(raw: unknown, schema: z.ZodType<T>, fallbacks: Fallbacks): Repaired<T> | null {
  const draft: unknown = structuredClone(raw);
  const positions: Positions = new WeakMap();
  const repaired = new Set<string>();
  for (let pass = 0; pass < passes; pass++) {
    const result = schema.safeParse(draft);
    if (result.success) return { value: result.data, repaired: [...repaired] };
    mend(draft, result.error.issues, fallbacks, positions).forEach((path) => repaired.add(path));
  }
  return null;
}

/** Where the entries of a list that has lost some were in the file: that is where people look for them. */
type Positions = WeakMap<unknown[], number[]>;

/** Changes `draft`; returns the paths that it touched. */
function mend(
  draft: unknown,
  issues: readonly z.core.$ZodIssue[],
  fallbacks: Fallbacks,
  positions: Positions,
): string[] {
  const touched: string[] = [];
  const touch = (path: readonly PropertyKey[]) => touched.push(pathText(pathInFile(draft, path, positions)));
  const removals = new Map<unknown[], Set<number>>();
  for (const issue of issues) {
    if (issue.code === 'unrecognized_keys') {
      const holder = valueAt(draft, issue.path);
      for (const key of isRecord(holder) ? issue.keys : []) {
        if (isRecord(holder)) delete holder[key];
        touch([...issue.path, key]);
      }
      continue;
    }
    for (let length = issue.path.length; length > 0; length--) {
      const path = issue.path.slice(0, length);
      const last = path.at(-1);
      const holder = valueAt(draft, path.slice(0, -1));
      const fallback = fallbacks[pathPattern(path)];
      if (Array.isArray(holder) && typeof last === 'number') {
        removals.set(holder, (removals.get(holder) ?? new Set()).add(last));
      } else if (isRecord(holder) && typeof last === 'string' && fallback) {
        holder[last] = fallback(holder);
      } else {
        continue;
      }
      touch(path);
      break;
    }
  }
  // Last, so that the positions in the issues stay right until all are mended.
  for (const [list, removed] of removals) {
    const stays = (_: unknown, at: number) => !removed.has(at);
    positions.set(list, (positions.get(list) ?? [...list.keys()]).filter(stays));
    list.splice(0, list.length, ...list.filter(stays));
  }
  return touched;
}

function pathInFile(draft: unknown, path: readonly PropertyKey[], positions: Positions): PropertyKey[] {
  return path.map((part, depth) => {
    const holder = valueAt(draft, path.slice(0, depth));
    return Array.isArray(holder) && typeof part === 'number' ? (positions.get(holder)?.[part] ?? part) : part;
  });
}
