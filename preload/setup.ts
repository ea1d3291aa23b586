import { z } from 'zod';
import type { KeyFacts } from '../main/import/key-facts.ts';
import type { Failure } from '../main/monitor/failure.ts';
import { accountDraft, id, line } from './account.ts';
import type { StoresOutcome } from './import.ts';
import type { KeyState } from './settings-view.ts';

/** The first run: its key is kept in main from the moment it is entered, the rest once it is finished. */
export const setupRequests = {
  /** Kept in main for the steps that follow, and for the account once it is there. */
  'setup.key': z.strictObject({ key: z.string().max(4096) }),
  /** What Adyen says so far. An empty merchant account: what it says of the key alone. */
  'setup.ask': accountDraft
    .pick({ environment: true, region: true, endpoint: true, source: true, merchantAccount: true })
    .extend({ withKey: z.boolean() }),
  /** Which stores Adyen has of an account; asked with the key of the first run. Ended by `import.cancel`. */
  'setup.stores': accountDraft.pick({ environment: true, endpoint: true, merchantAccount: true }),
  /** `found`: terminals to expect from the start; an empty name is the POIID. */
  'setup.finish': z.strictObject({
    draft: accountDraft,
    found: z.array(z.strictObject({ store: id, poiid: id, name: line })).max(20_000),
  }),
} as const;

export interface SetupResponses {
  'setup.key': { kept: KeyState; repaired: boolean };
  'setup.ask': SetupAnswer;
  /** Settles when Adyen has answered; meanwhile `import.progress` tells how far it is. */
  'setup.stores': StoresOutcome;
  'setup.finish': { id: string };
}

/**
 * `connected`: how many terminals the merchant account's list holds; `facts`: of the key, where that alone was asked
 * about and Adyen says any.
 */
export type SetupAnswer = { host: string; tookMs: number; facts: KeyFacts | null } & (
  { ok: true; connected: number } | { ok: false; failure: Failure }
);
