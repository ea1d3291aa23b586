import { expect } from 'vitest';
import { failureWords } from '../../assets/locales/failure.ts';
import { createSpeech } from '../../assets/locales/index.ts';
import { createBudgets } from '../../main/monitor/budget.ts';
import { createEngine, type Engine } from '../../main/monitor/engine.ts';
import type { TerminalEvent } from '../../main/monitor/terminal.ts';
import { nothingWatched } from '../../main/monitor/watchlist.ts';
import { systemClock } from '../../main/platform/clock.ts';
import { createConnectedTerminals } from '../../main/terminal-api/connected-terminals.ts';
import type { Deadlines, Transport } from '../../main/terminal-api/transport.ts';
import type { ExpectedFailure } from './faults.ts';
import { makeStore } from '../unit/monitor/make.ts';
import { makeAccount } from '../unit/terminal-api/make.ts';

const { words } = createSpeech();

/** Short enough for tests to wait until they have passed, in ms. */
export const shortDeadlines: Deadlines = { connect: 900, headers: 200, body: 200, total: 1_500 };

export interface WatchedShop {
  engine: Engine;
  events: TerminalEvent[];
}

/**
 * The real engine over the real source, for the two stores of `makeWorld`; nothing is asked but by `recheck`.
 * @param endpoint null: the vendor's own host
 */
export function watchShop(
  endpoint: string | null,
  transport: Transport,
  online: () => boolean = () => true,
): WatchedShop {
  const events: TerminalEvent[] = [];
  const engine = createEngine({
    clock: systemClock,
    source: createConnectedTerminals({ transport, keyFor: () => 'key', clock: systemClock }),
    random: () => 0,
    online,
    budgets: createBudgets(() => 'key', systemClock),
    remembered: [],
    onChange: () => {},
    onRound: (report) => events.push(...report.events),
  });
  const stores = [makeStore('AMS-01'), makeStore('UTR-01')];
  engine.configure({
    ...nothingWatched,
    // Soon, so that a recheck does not take long to be sure.
    pace: { ...nothingWatched.pace, confirmationMs: 50 },
    accounts: [makeAccount({ endpoint, stores })],
  });
  return { engine, events };
}

const check = (engine: Engine) => engine.recheck({ kind: 'all' });
const statuses = (engine: Engine) =>
  engine
    .overview()
    .stores.flatMap(({ reference, terminals }) =>
      terminals.map(({ poiid, status }) => `${reference}: ${poiid} ${status}`),
    );

/** What becomes of a shop that is well, while something is broken and when it is mended. */
export async function throughFault({ engine, events }: WatchedShop, breakIt: () => void, heal: () => void) {
  await check(engine);
  const before = statuses(engine);
  breakIt();
  await check(engine);
  const failures = engine.overview().stores.map(({ failure }) => failure);
  const during = statuses(engine);
  heal();
  await check(engine);
  const { verdict, failure } = engine.overview();
  const after = statuses(engine);
  engine.stop();
  const told = failures.map((one) => one && failureWords(one, words));
  return { failures, told, before, during, after, verdict, failure, events };
}

/** How each class of failure begins in the shop: no class may borrow another's words. */
const saidInTheShop: Record<string, string> = {
  offline: 'This PC has no network',
  dns: "Adyen's address cannot be looked up",
  tcp: 'No connection to Adyen can be made',
  'tls.inspected': '“Firewall, Firewall Inc” inspects the connection to Adyen',
  'tls.date': 'The connection to Adyen is not safe',
  'tls.other': 'The connection to Adyen is not safe',
  'proxy.password': "The network's proxy wants a password",
  'proxy.sign-in': "The network's proxy wants a sign-in",
  'proxy.unreachable': "The network's proxy cannot be reached",
  'proxy.refused': "The network's proxy does not let Tillwatch through",
  timeout: 'Adyen did not answer in time',
  unauthorized: 'Adyen does not accept the API key',
  'forbidden.account': 'The API key may not see this merchant account',
  'forbidden.store': 'Adyen does not know this store',
  'forbidden.role': 'The API key may not ask for terminals',
  'invalid-request': 'Adyen could not make sense of the settings',
  'rate-limited': 'Adyen was asked too often',
  'server-error': 'Adyen has a problem',
  'unreadable.captive-portal': 'This network shows a page of its own',
  'unreadable.not-json': "Adyen's answer could not be read",
  'unreadable.wrong-shape': "Adyen's answer could not be read",
  'unreadable.too-large': "Adyen's answer was too large",
  'unreadable.truncated': "Adyen's answer broke off",
  'unreadable.redirect': 'Something on this network sends Tillwatch elsewhere',
  'unreadable.foreign': "Adyen's answer was about other terminals than yours",
};

function wordsFor({ kind, reason }: ExpectedFailure): object {
  const sentence: unknown = expect.stringMatching(/^\S.*\.$/);
  const name = reason === undefined ? kind : `${kind}.${reason}`;
  const store: unknown = expect.stringMatching(`^${saidInTheShop[name]}.*\\.$`);
  return { store, support: sentence, remedy: sentence };
}

/** The failure is named for both stores, in its own words, and nothing else is different. Null: there is none. */
export function wellBorne(failure: ExpectedFailure | null) {
  const told = failure && wordsFor(failure);
  const all = [
    'AMS-01: S1F2-000158213605014 connected',
    'AMS-01: V400m-324688179 connected',
    'UTR-01: AMS1-000168242800763 connected',
  ];
  return {
    failures: [failure, failure],
    told: [told, told],
    before: all,
    during: all,
    after: all,
    verdict: 'connected',
    failure: null,
    events: [],
  };
}
