import { duration } from '../../assets/locales/duration.ts';
import type { Words } from '../../assets/locales/index.ts';
import { shorten } from '../../assets/locales/shorten.ts';
import { failureWords } from '../../assets/locales/failure.ts';
import { changeKinds, type Changes, type StoreChange } from './announcement.ts';
import type { Change, Failing } from './candidate.ts';
import { isDark } from '../monitor/overview.ts';
import { isStoreOffline } from './store-offline.ts';

export interface Text {
  title: string;
  body: string;
}

export interface Telling {
  words: Words;
  moment(at: number): string;
}

/** Names come from people and can be as long as they like; a notification cannot. */
const nameLength = 32;
/** How many terminals or stores are named before the rest is only counted. */
const named = 3;

/** `changes` is never empty. */
export function disconnectedText(changes: StoreChange[], telling: Telling): Text {
  const { words, moment } = telling;
  const [change, ...others] = changes;
  if (!change || others.length > 0) {
    const facts = { count: terminalsOf(changes).length, stores: changes.length };
    return { title: words('notification:disconnected.stores.title', facts), body: byStore(changes, telling) };
  }
  const { store, terminals } = change;
  const events = terminals.map(({ event }) => event);
  const begins = events.map(({ outageSince }) => outageSince);
  if (isStoreOffline(store, events)) {
    const facts = { store: nameOf(store), ...store.counts, at: moment(Math.max(...begins)) };
    return text('disconnected.all', facts, words);
  }
  const at = moment(Math.min(...begins));
  const [only, ...more] = terminals;
  if (only && more.length === 0) {
    const { event, terminal } = only;
    const dropped = isDark(store) ? 'disconnected.last' : 'disconnected.one';
    const facts = { terminal: nameOf(terminal), store: nameOf(store), at };
    return text(event.neverSeen ? 'unseen.one' : dropped, facts, words);
  }
  const names = listed(
    terminals.map(({ terminal }) => nameOf(terminal)),
    words,
  );
  return text('disconnected.some', { store: nameOf(store), ...store.counts, names, at }, words);
}

/** What is down as people come in. `changes` is never empty. */
export function openingText(changes: StoreChange[], telling: Telling): Text {
  const [change, ...others] = changes;
  if (!change || others.length > 0) {
    const facts = { count: terminalsOf(changes).length, stores: changes.length };
    const title = telling.words('notification:opening.stores.title', facts);
    return { title, body: byStore(changes, telling) };
  }
  return lasting('opening', change, telling);
}

/** What people were told and what has not ended. `changes` is never empty. */
export function stillText(changes: StoreChange[], telling: Telling): Text {
  const [change, ...others] = changes;
  if (!change || others.length > 0) {
    const facts = { count: terminalsOf(changes).length, stores: changes.length };
    const title = telling.words('notification:still.stores.title', facts);
    return { title, body: byStore(changes, telling) };
  }
  return lasting('still', change, telling);
}

function lasting(
  kind: 'opening' | 'still',
  { store, terminals }: StoreChange,
  { words, moment }: Telling,
): Text {
  const at = moment(Math.min(...terminals.map(({ event }) => event.outageSince)));
  const [only, ...more] = terminals;
  if (only && more.length === 0) {
    return text(`${kind}.one`, { terminal: nameOf(only.terminal), store: nameOf(store), at }, words);
  }
  const names = listed(
    terminals.map(({ terminal }) => nameOf(terminal)),
    words,
  );
  return text(`${kind}.some`, { count: terminals.length, store: nameOf(store), names, at }, words);
}

/** That nobody can say how the terminals are, and why. `failing` is never empty. */
export function attentionText(failing: Failing[], { words, moment }: Telling): Text {
  const [first] = failing;
  const stores = failing.flatMap((one) => one.stores);
  const [store] = stores;
  if (!first || !store) return { title: words('notification:attention.title'), body: '' };
  const why = failureWords(first.failure, words).store;
  const facts = { store: nameOf(store), count: stores.length, why, at: moment(first.since) };
  return {
    title: words('notification:attention.title', facts),
    body: words('notification:attention.body', facts),
  };
}

/** The same as one sentence beside something worse; empty where there is nothing to tell. */
export function attentionAside(failing: Failing[], { words }: Telling): string {
  const stores = failing.flatMap((one) => one.stores);
  const [store] = stores;
  return store ? words('notification:list.attention', { store: nameOf(store), count: stores.length }) : '';
}

/** `changes` is never empty. */
export function unstableText(changes: StoreChange[], telling: Telling): Text {
  const { words } = telling;
  const all = terminalsOf(changes);
  const [change, ...others] = changes;
  if (!change || others.length > 0) {
    const facts = { count: all.length, stores: changes.length };
    return { title: words('notification:unstable.stores.title', facts), body: byStore(changes, telling) };
  }
  const store = nameOf(change.store);
  const [only, ...more] = all;
  if (only && more.length === 0) {
    return text('unstable.one', { terminal: nameOf(only.terminal), store }, words);
  }
  const names = listed(
    all.map(({ terminal }) => nameOf(terminal)),
    words,
  );
  return text('unstable.some', { count: all.length, store, names }, words);
}

/** `changes` is never empty. */
export function reconnectedText(changes: StoreChange[], telling: Telling): Text {
  const { words } = telling;
  const all = terminalsOf(changes);
  const [change, ...others] = changes;
  if (!change || others.length > 0) {
    const facts = { count: all.length, stores: changes.length };
    return { title: words('notification:reconnected.stores.title', facts), body: byStore(changes, telling) };
  }
  const store = nameOf(change.store);
  const lasted = duration(Math.max(...all.map(({ event }) => event.at - event.outageSince)), words);
  const [only, ...more] = all;
  if (only && more.length === 0) {
    const facts = { terminal: nameOf(only.terminal), store, duration: lasted };
    return text('reconnected.one', facts, words);
  }
  const names = listed(
    all.map(({ terminal }) => nameOf(terminal)),
    words,
  );
  return text('reconnected.some', { count: all.length, store, names, duration: lasted }, words);
}

/** What was missed, by the worst of it. `changes` has some of this kind. */
export function awayText(kind: 'disconnected' | 'reconnected', changes: Changes, telling: Telling): Text {
  const facts = { count: terminalsOf(changes[kind]).length, what: summary(changes, telling) };
  return text(`away.${kind}`, facts, telling.words);
}

/** Everything in one or two sentences; empty where there is nothing to tell. */
export function summary(changes: Changes, { words }: Telling): string {
  return changeKinds
    .filter((kind) => changes[kind].length > 0)
    .map((kind) => {
      const terminals = terminalsOf(changes[kind]).map(({ terminal, store }) =>
        words('notification:list.terminal', { terminal: nameOf(terminal), store: nameOf(store) }),
      );
      return words(`notification:list.${kind}`, { names: listed(terminals, words) });
    })
    .join(' ');
}

function byStore(changes: StoreChange[], { words }: Telling): string {
  const sentences = changes.slice(0, named).map(({ store, terminals }) =>
    words(
      terminals.length === store.counts.expected && isDark(store)
        ? 'notification:list.storeAll'
        : 'notification:list.store',
      {
        store: nameOf(store),
        ...store.counts,
        names: listed(
          terminals.map(({ terminal }) => nameOf(terminal)),
          words,
        ),
      },
    ),
  );
  const left = changes.length - sentences.length;
  return [...sentences, ...(left > 0 ? [words('notification:list.moreStores', { count: left })] : [])].join(
    ' ',
  );
}

function listed(names: string[], words: Words): string[] {
  const left = names.length - named;
  return left > 0 ? [...names.slice(0, named), words('notification:list.more', { count: left })] : names;
}

function terminalsOf(changes: StoreChange[]): Change[] {
  return changes.flatMap(({ terminals }) => terminals);
}

function nameOf({ name }: { name: string }): string {
  return shorten(name, nameLength);
}

type TextKey =
  | `disconnected.${'one' | 'last' | 'some' | 'all'}`
  | 'unseen.one'
  | `away.${'disconnected' | 'reconnected'}`
  | `${'opening' | 'still' | 'unstable' | 'reconnected'}.${'one' | 'some'}`;

function text(key: TextKey, facts: Record<string, unknown>, words: Words): Text {
  return { title: words(`notification:${key}.title`, facts), body: words(`notification:${key}.body`, facts) };
}
