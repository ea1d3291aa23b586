import type { Clock } from '../monitor/clock.ts';
import type { Management, ManagementAccount } from '../terminal-api/management.ts';
import { abilitiesOf, type Abilities } from './roles.ts';

/** What Adyen says of a key, to those that may ask it. */
export interface KeyFacts {
  abilities: Abilities;
  /** Where it may be used from; empty: anywhere. */
  allowedIpAddresses: string[];
}

/** Nothing depends on it, so nobody waits for longer. In ms. */
const patienceMs = 3_000;

/**
 * Null where it says nothing: [O] `/me` is open to any role of the Management API, and most keys need none. Never
 * rejects.
 */
export async function readKeyFacts(
  management: Pick<Management, 'whoAmI'>,
  account: ManagementAccount,
  clock: Pick<Clock, 'after'>,
): Promise<KeyFacts | null> {
  const aborter = new AbortController();
  const cancel = clock.after(patienceMs, () => aborter.abort());
  const key = await management.whoAmI(account, { signal: aborter.signal });
  cancel();
  if (!key.ok) return null;
  const { roles, allowedIpAddresses } = key.value;
  return { abilities: abilitiesOf(roles), allowedIpAddresses };
}
