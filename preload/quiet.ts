import { z } from 'zod';
import type { SnoozeLength, SnoozeScope } from '../main/monitor/quiet.ts';
import type { Outcome } from '../main/notifications/sender.ts';
import { id } from './account.ts';

/** What the window may ask of what people are told. */

const scope = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('all') }),
  z.strictObject({ kind: z.literal('store'), account: id, store: id }),
  z.strictObject({ kind: z.literal('terminal'), account: id, poiid: id }),
]) satisfies z.ZodType<SnoozeScope>;
const length = z.enum(['quarter', 'hour', 'opening', 'recovery']) satisfies z.ZodType<SnoozeLength>;

export const quietRequests = {
  'quiet.snooze': z.strictObject({ scope, length }),
  'quiet.endSnooze': z.strictObject({ scope }),
  /** Nothing more of this outage. */
  'quiet.acknowledge': z.strictObject({ account: id, poiid: id, on: z.boolean() }),
  'notifications.test': z.void(),
} as const;

export interface QuietResponses {
  'quiet.snooze': null;
  'quiet.endSnooze': null;
  'quiet.acknowledge': null;
  /** What the system said to it. */
  'notifications.test': { outcome: Outcome };
}
