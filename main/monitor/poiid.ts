/** A POIID as somebody typed or pasted it, made usable where that is possible. */
export type ReadPoiid =
  | { usable: true; poiid: string; repaired: boolean; odd: boolean }
  /** `shown` is safe to show: bounded, and without control characters. */
  | { usable: false; shown: string };

export const longestPoiid = 100;
/** What surrounds an ID is never this much, and the patterns below would take their time over it. */
const longestTyped = 500;

// [D] The vendor's own documents print POIIDs with U+2011, and word processors make dashes of hyphens.
const hyphens = /[\u2010-\u2015\u2212\uFE58\uFE63\uFF0D]/gu;
/** Zero-width characters, soft hyphens and direction marks: they survive a paste and are never seen. */
const invisible = /\p{Cf}/gu;
/** Quotes and list marks. A hyphen is one only with a blank behind it. */
const before = /^(?:[\s"'“”‘’„«»`•·▪*]|-\s)+/u;
const after = /[\s"'“”‘’„«»`]+$/u;
/** Controls and lone surrogates cannot be part of an ID, nor be shown. */
const unusable = /[\p{Cc}\p{Cs}]/gu;
/** A line of dashes between two lists is no ID. */
const says = /[\p{L}\p{N}]/u;

// [O] Form `[device model]-[serial number]`. [D] Only a hint: SDK installations have IDs of another form.
const usual = /^[A-Za-z0-9][A-Za-z0-9 _+]*-[A-Za-z0-9]+$/;

export function readPoiid(text: string): ReadPoiid {
  const typed = text.trim();
  const poiid = typed.length > longestTyped ? '' : mend(typed);
  if (!says.test(poiid) || poiid.length > longestPoiid || poiid.search(unusable) >= 0) {
    const start = typed.slice(0, longestTyped);
    return {
      usable: false,
      shown: start.replace(invisible, '').replace(unusable, '�').slice(0, longestPoiid),
    };
  }
  return { usable: true, poiid, repaired: poiid !== typed, odd: !usual.test(poiid) };
}

function mend(typed: string): string {
  return typed
    .replace(invisible, '')
    .replace(hyphens, '-')
    .replace(before, '')
    .replace(after, '')
    .replace(/\s*-\s*/gu, '-');
}

/** One POIID a line, or separated by commas, semicolons or the tabs of a spreadsheet; empty ones are skipped. */
export function splitPoiids(text: string): string[] {
  return text
    .split(/[\r\n\u0085\u2028\u2029\t,;]+/u)
    .filter((part) => part.replace(invisible, '').trim() !== '');
}

// [O] In all examples of the vendor the serial number is digits.
const documented = /^[A-Za-z0-9]+-\d+$/;

/** Whether an ID looks like those of terminals that the vendor documents: a hint, and stricter than `odd`. */
export function looksLikePoiid(id: string): boolean {
  return documented.test(id);
}

/** Whether POIIDs are case sensitive is not documented [?]; two that differ only so are taken for one. */
export function samePoiid(one: string, other: string): boolean {
  return foldPoiid(one) === foldPoiid(other);
}

/** Equal for the same POIID: a key for maps. */
export function foldPoiid(poiid: string): string {
  return poiid.toLowerCase();
}
