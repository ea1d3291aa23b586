import type { Words } from '../../assets/locales/index.ts';
import type { Counts } from './model.ts';

/** Numbers of things with their words, to be put into a sentence. */
export function countWords({ stores, terminals, changes }: Counts, words: Words) {
  return {
    stores: words('import:stores', { count: stores }),
    terminals: words('import:terminals', { count: terminals }),
    changes: words('import:changes', { count: changes }),
  };
}
