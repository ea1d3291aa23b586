import type { Notice } from '../../main/settings/notice.ts';
import type { Words } from './index.ts';
import { shorten } from './shorten.ts';

/**
 * How a notice is told, in window and command line alike.
 * @param accountName what people call an account: not our ID for it
 */
export function noticeWords(
  notice: Notice,
  words: Words,
  accountName: (id: string) => string = (id) => id,
): { title: string; body: string } {
  const facts = factsOf(notice, accountName);
  return {
    title: words(`problem:notice.${notice.code}.title`, facts),
    body: words(`problem:notice.${notice.code}.body`, facts),
  };
}

function factsOf(notice: Notice, accountName: (id: string) => string) {
  switch (notice.code) {
    case 'key-in-memory':
    case 'key-unreadable':
      return { account: accountName(notice.account) };
    case 'fields-repaired':
      return { ...notice, paths: shorten(notice.paths.join(', '), 200) };
    case 'managed-refused':
      // A fault of the whole file has no place in it.
      return notice.path === '' ? { ...notice, context: 'whole' } : { ...notice };
    default:
      return { ...notice };
  }
}
