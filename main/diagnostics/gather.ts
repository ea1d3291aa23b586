/** What a part is about; worded by the `settings` locale file under `diagnostics.part`. */
export type PartKind = 'about' | 'settings' | 'known' | 'answers' | 'network' | 'log';

export interface Part {
  kind: PartKind;
  /** Of the file in the bundle. */
  name: string;
  /** Text, or data that becomes JSON; undefined where there is nothing. May reject. */
  read: () => unknown;
}

export interface Entry {
  kind: PartKind;
  name: string;
  text: string;
}

/**
 * Reads every part, and takes keys out of it. One that cannot be read says so in its place: it is rather a trace than a
 * reason to give nothing.
 * @param redact takes keys out of text and data
 */
export async function gather(parts: readonly Part[], redact: (value: unknown) => unknown): Promise<Entry[]> {
  const read = await Promise.all(
    parts.map(async ({ read }) => {
      try {
        return await read();
      } catch (error) {
        return { unreadable: error };
      }
    }),
  );
  return parts.flatMap(({ kind, name }, at) => {
    const part = read[at];
    if (part === undefined) return [];
    const text = typeof part === 'string' ? part : `${JSON.stringify(redact(part), null, 2)}\n`;
    // Data once more: what was split over it may have come together in the text.
    return [{ kind, name, text: String(redact(text)) }];
  });
}
