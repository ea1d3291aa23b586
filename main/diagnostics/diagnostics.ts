import { gather, type Entry, type Part, type PartKind } from './gather.ts';
import { zipped } from './zip.ts';

export interface DiagnosticsDeps {
  parts: readonly Part[];
  /** Takes keys out of text and data. */
  redact: (value: unknown) => unknown;
  /** Epoch ms. */
  now: () => number;
  newId: () => string;
}

/** What would be saved, as it is shown. */
export interface Gathered {
  id: string;
  entries: {
    kind: PartKind;
    name: string;
    /** In UTF-8. */
    bytes: number;
    /** Of what is long the end, where the latest stands; else the begin. */
    preview: string;
    /** What is left out of `preview`. */
    cut: 'nothing' | 'begin' | 'end';
  }[];
}

export interface Diagnostics {
  /** Reads everything anew. Never rejects. */
  gather(): Promise<Gathered>;
  /** Exactly what was shown, as a ZIP file; null where something else was gathered since, or nothing is kept any more. */
  zip(id: string): AsyncIterable<Uint8Array> | null;
  /** Nobody looks at it any more. */
  forget(): void;
}

/** Enough to see what a part holds. */
const longestPreview = 20_000;

export function createDiagnostics({ parts, redact, now, newId }: DiagnosticsDeps): Diagnostics {
  let kept: { id: string; entries: Entry[]; at: number } | null = null;
  return {
    async gather() {
      const entries = await gather(parts, redact);
      kept = { id: newId(), entries, at: now() };
      return { id: kept.id, entries: entries.map(shown) };
    },
    zip: (id) => (kept?.id === id ? zipped(kept.entries, new Date(kept.at)) : null),
    forget: () => void (kept = null),
  };
}

function shown({ kind, name, text }: Entry): Gathered['entries'][number] {
  const about = { kind, name, bytes: Buffer.byteLength(text) };
  if (text.length <= longestPreview) return { ...about, preview: text, cut: 'nothing' };
  if (kind === 'log') return { ...about, preview: text.slice(-longestPreview), cut: 'begin' };
  return { ...about, preview: text.slice(0, longestPreview), cut: 'end' };
}
