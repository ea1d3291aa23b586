import { sortBy, sumBy } from 'es-toolkit';
import { useEffect, useRef } from 'react';
import type { Response, StoreTestResult } from '../../preload/contract.ts';
import { CloudIcon } from '../components/cloud-icon.tsx';
import { FailureNote } from '../components/failure-note.tsx';
import { cx } from '../components/cx.ts';
import { useWords } from '../hooks/use-words.ts';
import { KeyNote } from '../import/key-note.tsx';
import { SourceNote } from './source-note.tsx';

/** More POIIDs than this help nobody to see whether it is the right store. */
const mostShown = 12;

/** Per store, what Adyen really answered, which of its lists was asked, and what it says of the key. */
export function TestResults({ results, source, facts }: Response<'connection.test'>) {
  const words = useWords();
  // Of hundreds, those with a problem are to be seen.
  const inOrder = sortBy(results, [(result) => (result.ok ? Math.sign(result.connected.length) : -1)]);
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    list.current?.scrollIntoView({ block: 'nearest' });
  }, [results]);
  const good = results.filter((result) => result.ok);
  return (
    <ul
      ref={list}
      aria-label={words('settings:test.results')}
      className="flex max-h-96 scroll-mb-20 flex-col gap-2 overflow-y-auto"
    >
      {results.length > 1 && (
        <li>
          <p role="status" className="font-semibold">
            {words('settings:test.sum', {
              answered: good.length,
              stores: results.length,
              terminals: sumBy(good, ({ connected }) => connected.length),
            })}
          </p>
        </li>
      )}
      {source && !(source.why === 'failed' && good.length === 0) && (
        <li>
          <SourceNote source={source} />
        </li>
      )}
      {results.length === 0 && <li className="text-soft">{words('settings:test.noStores')}</li>}
      {inOrder.map((result) => (
        <li key={result.reference} className={cx('flex gap-3 rounded-lg border p-3', look(result))}>
          <CloudIcon shape={shape(result)} label="" className="mt-0.5 h-4.5 w-6" />
          <div className="min-w-0 flex-1">
            <p className="flex flex-wrap justify-between gap-x-3">
              <span className="font-semibold">{result.name || result.reference}</span>
              <span className="text-sm text-soft">
                {words(result.ok ? 'settings:test.asked' : 'settings:test.failed', {
                  host: result.host,
                  ms: Math.round(result.tookMs),
                })}
              </span>
            </p>
            {result.ok ? (
              <Answer connected={result.connected} />
            ) : (
              <FailureNote failure={result.failure} at="form" />
            )}
          </div>
        </li>
      ))}
      {facts && (
        <li>
          <KeyNote facts={facts} />
        </li>
      )}
    </ul>
  );
}

function Answer({ connected }: { connected: string[] }) {
  const words = useWords();
  if (connected.length === 0) {
    return (
      <>
        <p className="font-semibold">{words('settings:test.empty')}</p>
        <p className="text-sm">{words('settings:test.emptyReasons')}</p>
      </>
    );
  }
  const rest = connected.length - mostShown;
  return (
    <>
      <p>{words('settings:test.connected', { count: connected.length })}</p>
      <p className="text-sm break-words text-soft select-text">
        {connected.slice(0, mostShown).join(', ')}
        {rest > 0 && ` ${words('settings:test.more', { count: rest })}`}
      </p>
    </>
  );
}

function shape(result: StoreTestResult) {
  if (!result.ok) return 'attention';
  return result.connected.length > 0 ? 'connected' : 'unknown';
}

function look(result: StoreTestResult): string {
  if (!result.ok) return 'border-warn-line bg-warn-wash';
  return result.connected.length > 0 ? 'border-ok-line bg-ok-wash' : 'border-line bg-page';
}
