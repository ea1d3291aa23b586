const ellipsis = '…';

/**
 * Cuts a text to at most `limit` units of `length` (UTF-16 units unless told otherwise) and marks the
 * cut. Never splits what a reader takes for one character.
 */
export function shorten(text: string, limit: number, length = (part: string) => part.length): string {
  if (length(text) <= limit) return text;
  let kept = '';
  let room = limit - length(ellipsis);
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    room -= length(segment);
    if (room < 0) break;
    kept += segment;
  }
  return kept.trimEnd() + ellipsis;
}
