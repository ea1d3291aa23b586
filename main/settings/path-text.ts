/** `['accounts', 0, 'stores', 2, 'reference']` → `accounts[0].stores[2].reference`, as people find it in a file. */
export function pathText(path: readonly PropertyKey[]): string {
  return path
    .map((part, at) => (typeof part === 'number' ? `[${part}]` : `${at > 0 ? '.' : ''}${String(part)}`))
    .join('');
}

/** The same without positions, to look up what holds for every entry: `accounts[].stores[].reference`. */
export function pathPattern(path: readonly PropertyKey[]): string {
  return pathText(path).replaceAll(/\[\d+\]/g, '[]');
}
