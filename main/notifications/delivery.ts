import type { Notice } from '../settings/notice.ts';
import type { Outcome, Sender } from './sender.ts';
import type { Message } from './wording.ts';

/** So long nothing new is tried after a refusal: the next one would most likely be another. */
const pauseMs = 2 * 60_000;

export interface Delivery {
  /** Whether to try would be too soon. */
  isPaused(now: number): boolean;
  /** Never rejects. */
  send(message: Message, now: number): Promise<Outcome>;
  notices(): Notice[];
}

/**
 * Sends, and knows whether the system shows anything at all: nobody was told of what it did not show.
 * @param onChange it refuses, or shows them again
 */
export function createDelivery(sender: Sender, onChange: () => void): Delivery {
  let refusal: { how: Outcome & ('failed' | 'unsupported'); at: number } | null = null;
  return {
    // A clock that was set back must not keep people from being told.
    isPaused: (now) => refusal !== null && refusal.at <= now && now - refusal.at < pauseMs,
    async send(message, now) {
      const before = refusal?.how;
      const how = await sender.send(message);
      refusal = isShown(how) ? null : { how, at: now };
      if (refusal?.how !== before) onChange();
      return how;
    },
    notices: () => (refusal ? [{ code: 'notifications-not-shown', refusal: refusal.how }] : []),
  };
}

/** What the system says nothing about counts as shown: some never say anything. */
export function isShown(how: Outcome): how is Exclude<Outcome, 'failed' | 'unsupported'> {
  return how !== 'failed' && how !== 'unsupported';
}
