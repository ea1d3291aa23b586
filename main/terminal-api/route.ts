import type { Answer, Question, Source } from '../monitor/source.ts';
import type { Account } from '../monitor/watchlist.ts';
import { createCloudDevice } from './cloud-device.ts';
import { createConnectedTerminals } from './connected-terminals.ts';
import { baseUrl, deviceBaseUrl } from './endpoints.ts';
import type { ApiDeps } from './exchange.ts';
import { findSource, isRefused, type FoundSource, type SourceName } from './find-source.ts';

/** What proved nothing (an empty list, a network that does not work) is looked at again after so many ms. */
const lookAgainMs = 2 * 60_000;

export interface RouterDeps extends Pick<ApiDeps, 'keyFor' | 'clock'> {
  sources: Readonly<Record<SourceName, Source>>;
}

/** The sources as one. */
export interface Router extends Source {
  /** That of the source in use; before anything was found, that of the older one. */
  hostOf(account: Account): string;
  /** Another source is in use for an account. */
  onChange(listener: () => void): void;
}

interface Choice {
  /** What it was found with: it counts for nothing else. */
  place: string;
  use: SourceName;
  /** Epoch ms. */
  until: number;
}

/** A router over the vendor's real sources. */
export function createVendorRouter(deps: ApiDeps): Router {
  const sources = {
    'cloud-device': createCloudDevice(deps),
    'connected-terminals': createConnectedTerminals(deps),
  };
  return createRouter({ ...deps, sources });
}

/**
 * Asks each account's own source. Where the account leaves it open, it is found out once for each key and place, and
 * one source serves the whole account: lists of two would differ in what they hold, and a terminal that only one
 * of them lists would seem to come and go.
 */
export function createRouter({ sources, keyFor, clock }: RouterDeps): Router {
  const choices = new Map<string, Choice>();
  const searches = new Map<string, Promise<FoundSource>>();
  const listeners: (() => void)[] = [];

  function inUse(account: Account): SourceName | null {
    if (account.source !== 'auto') return account.source;
    const choice = choices.get(account.id);
    return choice?.place === placeOf(account) && clock.now() < choice.until ? choice.use : null;
  }

  function placeOf(account: Account): string {
    const { id, environment, region, endpoint, merchantAccount } = account;
    return JSON.stringify([id, environment, region, endpoint, merchantAccount, keyFor(id), probeOf(account)]);
  }

  function find(account: Account, signal?: AbortSignal): Promise<FoundSource> {
    const place = placeOf(account);
    const running = searches.get(place);
    if (running) return running;
    const search = findSource({ ...probeOf(account), account }, sources, signal)
      .then((found) => {
        if (signal?.aborted !== true) choose(account.id, place, found);
        return found;
      })
      .finally(() => searches.delete(place));
    searches.set(place, search);
    return search;
  }

  function choose(id: string, place: string, found: FoundSource): void {
    const certain = found.use !== null && found.why !== 'empty';
    const before = choices.get(id)?.use ?? olderSource;
    const use = found.use ?? olderSource;
    choices.set(id, { place, use, until: certain ? Infinity : clock.now() + lookAgainMs });
    if (use !== before) listeners.forEach((listener) => listener());
  }

  async function search(question: Question, signal?: AbortSignal): Promise<Answer> {
    const { account } = question;
    const found = await find(account, signal);
    const answered = found.use !== null || found.refusal !== null;
    if (answered && isAsked(probeOf(account), question)) return found.answer;
    // Where only the newer host cannot be reached, the older one serves as it did before there was a newer one.
    return sources[found.use ?? olderSource].ask(question, signal);
  }

  return {
    async ask(question, signal) {
      const { account } = question;
      const use = inUse(account);
      if (use === null) return search(question, signal);
      const answer = await sources[use].ask(question, signal);
      // A single device is refused where it is another's, which says nothing of the key.
      const doubtful = account.source === 'auto' && use === 'cloud-device' && question.kind !== 'terminal';
      if (!doubtful || !isRefused(answer)) return answer;
      // The role may have been taken away; the engine would ask each store apart, and be refused at each.
      const found = await find(account, signal);
      return found.use === 'cloud-device' ? answer : sources[olderSource].ask(question, signal);
    },
    hostOf: (account) => (inUse(account) === 'cloud-device' ? deviceBaseUrl(account) : baseUrl(account)).host,
    onChange: (listener) => void listeners.push(listener),
  };
}

const olderSource: SourceName = 'connected-terminals';

type Probe = { kind: 'account' } | { kind: 'store'; store: string };

/**
 * What tells whether the Cloud Device API can serve an account. It documents the store's own ID, so a store that is
 * known by its reference alone decides: refused for that, it would be refused at every check.
 */
function probeOf({ stores }: Account): Probe {
  const nameless = stores.find(({ id }) => id === '');
  return nameless ? { kind: 'store', store: nameless.reference } : { kind: 'account' };
}

function isAsked(probe: Probe, question: Question): boolean {
  if (probe.kind === 'account') return question.kind === 'account';
  return question.kind === 'store' && question.store === probe.store;
}
