/** What the fields of the network settings take, for main and page alike. */

/** A name, or an address as URLs have it. */
export const hostPattern = /^(?:[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?|\[[0-9A-Fa-f:.]+\])$/;
/** A host, `*.example.com`, `.example.com`, or `*`. */
export const leftOutPattern = /^(?:\*|(?:\*?\.)?[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?)$/;
export const portRange = { least: 1, most: 65_535 } as const;

/** Hosts as somebody lists them: by lines, commas or blanks. */
export function readHostList(typed: string): string[] {
  return typed.split(/[\s,;]+/).filter((entry) => entry !== '');
}
