import { expect, it } from 'vitest';
import { createSpeech } from '../../../assets/locales/index.ts';
import { createNotifier } from '../../../main/notifications/notifier.ts';
import type { Message } from '../../../main/notifications/wording.ts';
import { makeOverview, makeStore, makeTerminals } from '../tray/make.ts';
import { eventsOf, makeEvent, makeReport } from './make.ts';

const store = makeStore({ terminals: makeTerminals(['disconnected', 'disconnected', 'connected']) });

function makeNotifier() {
  const sent: Message[] = [];
  const logged: unknown[] = [];
  const notifier = createNotifier({
    words: createSpeech().words,
    locale: () => 'en-GB',
    sender: { send: (message) => sent.push(message) },
    log: { info: (_message, facts) => logged.push(facts) },
  });
  return { notifier, sent, logged };
}

it('sends one notification for a round with many changes, and logs each decision with its reason', () => {
  const { notifier, sent, logged } = makeNotifier();
  notifier.roundEnded(makeReport([...eventsOf(store), makeEvent(store, undefined)]), makeOverview([store]));
  expect(sent.map(({ title }) => title)).toEqual(['2 of 3 terminals are disconnected']);
  expect(logged).toMatchObject([
    { round: 7, outcome: 'notify', event: { poiid: 'V400m-100' } },
    { outcome: 'notify', event: { poiid: 'V400m-101' } },
    { outcome: 'notify', event: { poiid: 'V400m-102' } },
    { outcome: 'suppress', reason: 'unwatched', event: { poiid: 'V400m-999' } },
  ]);
});

it('sends nothing for a round without anything to tell', () => {
  const { notifier, sent } = makeNotifier();
  notifier.roundEnded(makeReport([]), makeOverview([store]));
  notifier.roundEnded(makeReport([makeEvent(store, undefined)]), makeOverview([store]));
  expect(sent).toEqual([]);
});
