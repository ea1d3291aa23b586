import { Fragment } from 'react';
import { createMoment } from '../../assets/locales/moment.ts';
import { useLocale } from '../hooks/use-locale.ts';
import { useNow } from '../hooks/use-now.ts';
import { useWords } from '../hooks/use-words.ts';
import type { TerminalOverview } from '../model.ts';
import { brief } from './brief.ts';

/** What the state of a terminal rests on: which answers, when, and from where. */
export function Evidence({
  terminal,
  host,
}: {
  terminal: TerminalOverview;
  /** That was asked; empty where it is not known. */
  host: string;
}) {
  const words = useWords();
  const now = useNow(1000);
  const time = createMoment(now, useLocale());
  const moment = (at: number | null) =>
    at === null
      ? words('terminals:panel.never')
      : words('terminals:panel.at', { time: time(at), duration: brief(now - at, words) });
  const { status, since, seenAt, checkedAt } = terminal;
  const facts = [
    ...(since === null ? [] : [{ term: words(`terminals:panel.since.${status}`), text: moment(since) }]),
    ...(status === 'connected' ? [] : [{ term: words('terminals:panel.seen'), text: moment(seenAt) }]),
    { term: words('terminals:panel.checked'), text: moment(checkedAt) },
    ...(host === '' ? [] : [{ term: words('terminals:panel.asked'), text: host }]),
  ];
  return (
    <section>
      <p className="mb-2 text-sm">{words(`terminals:panel.rests.${restsOn(terminal)}`)}</p>
      <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 text-sm">
        {facts.map(({ term, text }) => (
          <Fragment key={term}>
            <dt className="text-soft">{term}</dt>
            <dd className="min-w-0 break-words tabular-nums select-text">{text}</dd>
          </Fragment>
        ))}
      </dl>
    </section>
  );
}

function restsOn({ status, neverSeen }: TerminalOverview) {
  return status === 'disconnected' && neverSeen ? 'neverSeen' : status;
}
