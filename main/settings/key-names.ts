import { createHmac } from 'node:crypto';

/**
 * A name for each key, stored or only typed, so that what only has to tell keys apart never keeps one. Another key has
 * another name: what the vendor holds against the last one is not held against it.
 * @param salt of this run alone, so that a name says nothing to anybody else
 */
export function createKeyNames(salt: Uint8Array): (key: string) => string {
  return (key) => createHmac('sha256', salt).update(key).digest('base64');
}
