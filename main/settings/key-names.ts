import type { Secrets } from './secrets.ts';

/**
 * A name for each key, so that what only has to tell them apart never sees one. Another key has another name: what
 * the vendor holds against the last one is not held against it.
 */
export function createKeyNames(secrets: Pick<Secrets, 'get' | 'all'>): (account: string) => string {
  let names = new Map<string, string>();
  let given = 0;
  return (account) => {
    const key = secrets.get(account) ?? '';
    const known = names.get(key);
    if (known !== undefined) return known;
    // A key that was removed does not stay in memory here.
    const kept = new Set(['', ...secrets.all()]);
    names = new Map([...names].filter(([one]) => kept.has(one)));
    const name = `key-${++given}`;
    names.set(key, name);
    return name;
  };
}
