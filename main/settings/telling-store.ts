import { z } from 'zod';
import type { Memory } from '../notifications/memory.ts';
import { noQuiet, type Quiet } from '../monitor/quiet.ts';
import { openJsonFile, type FileDeps, type FileShape } from './json-file.ts';
import type { Notice } from './notice.ts';
import { repair } from './repair.ts';

const time = z.number().int();
const id = z.string().min(1);

const quiet = z.strictObject({
  snoozes: z.array(
    z.strictObject({
      scope: z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('all') }),
        z.strictObject({ kind: z.literal('store'), account: id, store: id }),
        z.strictObject({ kind: z.literal('terminal'), account: id, poiid: id }),
      ]),
      until: time.nullable(),
      // Older versions did not keep it.
      lengthMs: z.number().int().positive().nullable().default(null),
    }),
  ),
  acknowledged: z.array(z.strictObject({ account: id, poiid: id })),
}) satisfies z.ZodType<Quiet>;

const memory = z.strictObject({
  down: z.array(z.strictObject({ account: id, poiid: id, toldAt: time, reminded: z.boolean() })),
  held: z.array(
    z.strictObject({
      kind: z.enum(['disconnected', 'reconnected', 'unstable']),
      account: id,
      store: id,
      poiid: id,
      at: time,
      outageSince: time,
      whileAway: z.boolean(),
      neverSeen: z.boolean(),
    }),
  ),
  causes: z.array(
    z.strictObject({
      account: id,
      cause: id,
      // Older versions kept neither of these, and only what was told.
      stores: z.array(id).default([]),
      reason: z.string().nullable().default(null),
    }),
  ),
  openings: z.array(z.strictObject({ account: id, store: id, at: time })),
  reasons: z.record(z.string(), z.string()),
  sentAt: z.array(time),
  attentionAt: z.array(time).default([]),
  lookedAt: time.nullable(),
}) satisfies z.ZodType<Memory>;

const schema = z.strictObject({ version: z.literal(1), quiet, memory });

/** What people were told, and what they do not want to hear for a while. */
export interface TellingStore {
  quiet(): Quiet;
  memory(): Memory;
  save(change: { quiet?: Quiet; memory?: Memory }): void;
  notices(): Notice[];
}

/** @param blank what was told before anything was */
export function openTelling(deps: FileDeps, blank: Memory): TellingStore {
  const shape: FileShape<z.infer<typeof schema>> = {
    name: 'notifications',
    version: 1,
    blank: () => ({ version: 1, quiet: noQuiet, memory: blank }),
    read: (raw) => repair(raw, schema, { version: () => 1, quiet: () => noQuiet, memory: () => blank }),
  };
  const file = openJsonFile(shape, deps);
  return {
    quiet: () => file.current().quiet,
    memory: () => file.current().memory,
    save(change) {
      file.save({ ...file.current(), ...change });
    },
    notices: file.notices,
  };
}
