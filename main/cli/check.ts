import type { Words } from '../../assets/locales/index.ts';
import { noticeWords } from '../../assets/locales/notice.ts';
import type { Overview } from '../monitor/overview-types.ts';
import type { Watchlist } from '../monitor/watchlist.ts';
import type { Notice } from '../settings/notice.ts';
import type { CheckArguments } from './arguments.ts';
import { exitCode, report } from './report.ts';
import { table, type TableVoice } from './table.ts';

export interface CheckDeps {
  words: Words;
  moment: TableVoice['moment'];
  watchlist: Watchlist;
  notices: Notice[];
  checkOnce: (watchlist: Watchlist) => Promise<Overview>;
  /** Standard output: the report and nothing else. Settles when all of it is out. */
  print: (text: string) => Promise<void>;
  /** Standard error, a line each. */
  complain: (line: string) => void;
}

/** One check; returns the exit code. */
export async function runCheck(options: CheckArguments, deps: CheckDeps): Promise<number> {
  const { words, complain } = deps;
  for (const notice of deps.notices) complain(words('cli:notice', noticeWords(notice, words)));

  const watchlist = narrow(deps.watchlist, options.store);
  const references = new Set(
    deps.watchlist.accounts.flatMap(({ stores }) => stores.map(({ reference }) => reference)),
  );
  if (references.size === 0) complain(words('cli:notConfigured'));
  else if (watchlist.accounts.length === 0) {
    complain(words('cli:unknownStore', { store: options.store ?? '', stores: [...references].join(', ') }));
    return exitCode('unknown');
  }

  const result = report(await deps.checkOnce(watchlist), words);
  await deps.print(options.json ? JSON.stringify(result) : table(result, deps));
  return exitCode(result.state);
}

/** Only what holds this store reference; all of it where none is given. */
function narrow(watchlist: Watchlist, reference: string | null): Watchlist {
  if (reference === null) return watchlist;
  const accounts = watchlist.accounts
    .map((account) => ({
      ...account,
      stores: account.stores.filter((store) => store.reference === reference),
    }))
    .filter(({ stores }) => stores.length > 0);
  // Who names a store asks about nothing else.
  return { ...watchlist, accounts, incomplete: false };
}
