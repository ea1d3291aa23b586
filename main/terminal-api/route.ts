import type { Answer, Question, Source } from '../monitor/source.ts';
import { isDeviceOnly, type Account } from '../monitor/watchlist.ts';
import { createCloudDevice } from './cloud-device.ts';
import { createConnectedTerminals } from './connected-terminals.ts';
import { baseUrl, deviceBaseUrl } from './endpoints.ts';
import type { ApiDeps } from './exchange.ts';
import {
  findSource,
  isRefused,
  type Finding,
  type FoundSource,
  type SourceInUse,
  type SourceName,
} from './find-source.ts';

/**
 * What proved nothing (an empty list, a network that does not work) is looked at again after so many ms, then after
 * twice as many, and so on …
 */
const lookAgainMs = 2 * 60_000;
/** … up to this, after which a refusal is looked at again too: somebody may have given the key its role. */
const longestMs = 24 * 3_600_000;

export interface RouterDeps extends Pick<ApiDeps, 'keyFor' | 'clock'> {
  sources: Sources;
  /** One request more goes out with the key of an account than the one that whoever asks has been granted. */
  spend?: (account: string) => void;
}

type Sources = Readonly<Record<SourceName, Source>>;

/** The sources as one. */
export interface Router extends Source {
  /** Null where it is left open and was not found out yet. */
  inUse(account: Account): SourceInUse | null;
  /** Of the source in use; before anything was found, of the older one. */
  urlOf(account: Account): URL;
  hostOf(account: Account): string;
  /** Finds out anew, where it is left open: the key's roles may have changed. Never rejects. */
  lookAgain(account: Account): Promise<void>;
  /** Another source is in use for an account, or for another reason. */
  onChange(listener: () => void): void;
}

interface Choice {
  /** What it was found with: it counts for nothing else. */
  place: string;
  finding: Finding;
  /** How long it counts without another look, from `since`; in ms. */
  lengthMs: number;
  /** Monotonic ms. */
  since: number;
}

/** A router over the vendor's real sources. */
export function createVendorRouter(deps: ApiDeps & Pick<RouterDeps, 'spend'>): Router {
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
 *
 * What was found is kept in memory only. It costs one or two requests a start, roles change while nobody watches, and
 * on the disk it would have to be told apart by something that is derived from the key.
 */
export function createRouter({ sources, keyFor, clock, spend }: RouterDeps): Router {
  const choices = new Map<string, Choice>();
  const searches = new Map<string, Promise<FoundSource>>();
  const listeners: (() => void)[] = [];

  function choiceOf(account: Account): Choice | undefined {
    const choice = choices.get(account.id);
    return choice?.place === placeOf(account) ? choice : undefined;
  }

  function inUse(account: Account): SourceInUse | null {
    return fixedFor(account) ?? choiceOf(account)?.finding ?? null;
  }

  function urlOf(account: Account): URL {
    return inUse(account)?.use === 'cloud-device' ? deviceBaseUrl(account) : baseUrl(account);
  }

  function isDue(account: Account): boolean {
    const choice = fixedFor(account) ? undefined : choiceOf(account);
    return choice !== undefined && clock.elapsed() - choice.since >= choice.lengthMs;
  }

  function placeOf(account: Account): string {
    const { id, environment, region, endpoint, merchantAccount } = account;
    return JSON.stringify([id, environment, region, endpoint, merchantAccount, keyFor(id), probeOf(account)]);
  }

  /** For one question, which may take several requests. */
  function counted(granted: number): Sources {
    let left = granted;
    const counting = (source: Source): Source => ({
      ask(question, signal) {
        if (left > 0) left -= 1;
        else spend?.(question.account.id);
        return source.ask(question, signal);
      },
    });
    return {
      'cloud-device': counting(sources['cloud-device']),
      'connected-terminals': counting(sources['connected-terminals']),
    };
  }

  function find(account: Account, mine: Sources, signal?: AbortSignal): Promise<FoundSource> {
    const place = placeOf(account);
    const running = searches.get(place);
    if (running) return running;
    const search = findSource({ ...probeOf(account), account }, mine, signal)
      .then((found) => {
        if (signal?.aborted !== true) choose(account.id, place, found);
        return found;
      })
      .finally(() => searches.delete(place));
    searches.set(place, search);
    return search;
  }

  function choose(id: string, place: string, { finding, certain }: FoundSource): void {
    const before = choices.get(id);
    const isSame =
      before?.place === place && before.finding.use === finding.use && before.finding.why === finding.why;
    const longest = longestFor(finding);
    const lengthMs = certain ? longest : isSame ? before.lengthMs * 2 : lookAgainMs;
    choices.set(id, { place, finding, lengthMs: Math.min(lengthMs, longest), since: clock.elapsed() });
    if (!isSame) listeners.forEach((listener) => listener());
  }

  async function search(question: Question, mine: Sources, signal?: AbortSignal): Promise<Answer> {
    const { finding, answer } = await find(question.account, mine, signal);
    if (answer !== null && isAsked(probeOf(question.account), question)) return answer;
    // Where only the newer host cannot be reached, the older one serves as it did before there was a newer one.
    return mine[finding.use].ask(question, signal);
  }

  return {
    async ask(question, signal) {
      const { account } = question;
      const mine = counted(1);
      const use = inUse(account)?.use;
      if (use === undefined) return search(question, mine, signal);
      // Nobody waits for another look: a host that cannot be reached takes its time.
      if (isDue(account)) void find(account, counted(0), signal);
      const answer = await mine[use].ask(question, signal);
      // A single device is refused where it is another's, which says nothing of the key.
      const doubtful = use === 'cloud-device' && question.kind !== 'terminal' && fixedFor(account) === null;
      if (!doubtful || !isRefused(answer)) return answer;
      // The role may have been taken away; the engine would ask each store apart, and be refused at each.
      const { finding } = await find(account, mine, signal);
      return finding.use === 'cloud-device' ? answer : mine[finding.use].ask(question, signal);
    },
    inUse,
    urlOf,
    hostOf: (account) => urlOf(account).host,
    async lookAgain(account) {
      if (fixedFor(account) === null) await find(account, counted(0));
    },
    onChange: (listener) => void listeners.push(listener),
  };
}

/** What needs no finding out; null: it is left open. */
function fixedFor(account: Account): SourceInUse | null {
  if (isDeviceOnly(account)) return { use: 'cloud-device', why: 'only' };
  return account.source === 'auto' ? null : { use: account.source, why: 'chosen' };
}

/** How long an uncertain finding may at most, and a certain one does count. In ms. */
function longestFor({ use }: Finding): number {
  // That its role was taken away the Cloud Device API itself says.
  return use === 'cloud-device' ? Infinity : longestMs;
}

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
