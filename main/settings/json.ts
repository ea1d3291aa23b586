export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** As `JSON.parse`, but takes the byte order mark that Windows editors put in front. */
export function parseJson(text: string): unknown {
  return JSON.parse(withoutMark(text));
}

export function withoutMark(text: string): string {
  return text.replace(/^\uFEFF/, '');
}

/** What support can look up: the system's code such as `ENOSPC`, else the message. */
export function problemOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return 'code' in error && typeof error.code === 'string' ? error.code : error.message;
}

/** Undefined where the path leads nowhere. */
export function valueAt(root: unknown, path: readonly PropertyKey[]): unknown {
  let value = root;
  for (const part of path) {
    if (Array.isArray(value) && typeof part === 'number') value = value[part];
    else if (isRecord(value) && typeof part === 'string') value = value[part];
    else return undefined;
  }
  return value;
}
