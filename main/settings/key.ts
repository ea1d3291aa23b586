const around = `[\\s\\p{Cf}"'“”‘’„«»\`]+`;
const wrapping = new RegExp(`^${around}|${around}$`, 'gu');
/** What an HTTP header takes without spaces; every API key is made of these. */
const headerText = /^[\x21-\x7E]+$/;

export type ReadKey =
  { ok: true; key: string; repaired: boolean } | { ok: false; error: 'key-empty' | 'key-malformed' };

/** Takes off what a paste puts around a key; what is wrong inside it cannot be guessed. */
export function readKey(typed: string): ReadKey {
  const key = typed.replace(wrapping, '');
  if (key === '') return { ok: false, error: 'key-empty' };
  if (!headerText.test(key)) return { ok: false, error: 'key-malformed' };
  return { ok: true, key, repaired: key !== typed };
}

/** `till-nl` → `TILLWATCH_API_KEY_TILL_NL` */
export function keyVariable(account: string): string {
  return `${commonKeyVariable}_${account.toUpperCase().replaceAll(/[^A-Z0-9]/g, '_')}`;
}

/** For every account that has no variable of its own. */
export const commonKeyVariable = 'TILLWATCH_API_KEY';
