import { Fragment } from 'react';
import { createMoment } from '../../assets/locales/moment.ts';
import type { AccountView } from '../../preload/contract.ts';
import { useLocale } from '../hooks/use-locale.ts';
import { useNow } from '../hooks/use-now.ts';
import { useWords } from '../hooks/use-words.ts';
import type { TerminalOverview } from '../model.ts';
import { brief } from './brief.ts';
import type { Incident } from './use-life.ts';

/** `note`: in small letters below it. */
interface Fact {
  term: string;
  text: string;
  note?: string;
}

/** What the state of a terminal rests on: which answers, when, and from where. */
export function Evidence({
  terminal,
  incident,
  account,
}: {
  terminal: TerminalOverview;
  /** Its outage that goes on, as it is recorded; null where there is none, or none yet. */
  incident: Incident | null;
  /** That was asked; undefined where it is not known. */
  account: AccountView | undefined;
}) {
  const words = useWords();
  const now = useNow(1000);
  const time = createMoment(now, useLocale());
  const moment = (at: number | null) =>
    at === null
      ? words('terminals:panel.never')
      : words('terminals:panel.at', { time: time(at), duration: brief(now - at, words) });
  const { status, since, seenAt, checkedAt } = terminal;
  const facts: Fact[] = [
    ...(since === null ? [] : [{ term: words(`terminals:panel.since.${status}`), text: moment(since) }]),
    ...(incident?.confirmedBy
      ? [
          {
            term: words('terminals:panel.confirmed'),
            text: moment(incident.confirmedAt),
            note: words(`history:confirmed.${incident.confirmedBy}`),
          },
        ]
      : []),
    ...(status === 'connected' ? [] : [{ term: words('terminals:panel.seen'), text: moment(seenAt) }]),
    { term: words('terminals:panel.checked'), text: moment(checkedAt) },
    ...(account
      ? [
          {
            term: words('terminals:panel.asked'),
            text: account.host,
            ...(account.inUse && { note: words(`terminals:panel.source.${account.inUse.use}`) }),
          },
        ]
      : []),
  ];
  return (
    <section>
      <p className="mb-2 text-sm">{words(`terminals:panel.rests.${restsOn(terminal)}`)}</p>
      <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 text-sm">
        {facts.map(({ term, text, note }) => (
          <Fragment key={term}>
            <dt className="text-soft">{term}</dt>
            <dd className="min-w-0 break-words tabular-nums select-text">
              {text}
              {note !== undefined && <span className="block text-xs text-soft">{note}</span>}
            </dd>
          </Fragment>
        ))}
      </dl>
    </section>
  );
}

function restsOn({ status, neverSeen }: TerminalOverview) {
  return status === 'disconnected' && neverSeen ? 'neverSeen' : status;
}
