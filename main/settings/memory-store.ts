import { z } from 'zod';
import { terminalKey, type TerminalRecord } from '../monitor/terminal.ts';
import { openJsonFile, type FileDeps, type FileShape, type Saved } from './json-file.ts';
import type { Notice } from './notice.ts';
import { repair } from './repair.ts';
import { repeated } from './schema.ts';

const time = z.number().int();
/** Fields that only a newer version knows are left out, and the rest of what it knew counts. */
const record = z.object({
  account: z.string().min(1),
  store: z.string().min(1),
  poiid: z.string().min(1),
  installation: z.boolean().default(false),
  status: z.enum(['connected', 'suspect', 'disconnected', 'unknown']),
  since: time,
  connectedSince: time.nullable(),
  outageSince: time.nullable(),
  seenAt: time.nullable(),
  evidenceAt: time.nullable(),
  misses: z.number().int().min(0),
  hits: z.number().int().min(0).default(0),
  swings: z.array(time).default([]),
  flapping: z.boolean().default(false),
  told: z.enum(['connected', 'disconnected']).nullable(),
}) satisfies z.ZodType<TerminalRecord>;

const schema = z
  .object({ version: z.literal(1), terminals: z.array(record) })
  .superRefine(({ terminals }, context) => {
    const keys = terminals.map(({ account, poiid }) => terminalKey(account, poiid));
    repeated(keys).forEach((at) => context.addIssue({ code: 'custom', path: ['terminals', at] }));
  });

const shape: FileShape<z.infer<typeof schema>> = {
  name: 'memory',
  version: 1,
  blank: () => ({ version: 1, terminals: [] }),
  // A record that lost one field is of no use: a made-up time would be told to people as true.
  read: (raw) => repair(raw, schema, { version: () => 1, terminals: () => [] }),
};

/** What the engine knew when it last ran. */
export interface MemoryStore {
  /** As they were when the file was opened. */
  records: TerminalRecord[];
  /** Waits for the disk: for the end of the program. */
  save(records: TerminalRecord[]): Saved;
  /** Off the main thread; settles once these, or newer ones, are on the disk, or it refused. */
  saveSoon(records: TerminalRecord[]): Promise<Saved>;
  notices(): Notice[];
}

/** Far above any merchant: an answer that lists ever new terminals must not fill the disk. */
const mostRecords = 50_000;

export function openMemory(deps: FileDeps): MemoryStore {
  const file = openJsonFile(shape, deps);
  return {
    records: file.current().terminals,
    save: (terminals) => file.save({ version: 1, terminals: latest(terminals) }),
    saveSoon: (terminals) => file.saveSoon({ version: 1, terminals: latest(terminals) }),
    notices: file.notices,
  };
}

/** Where there are too many, those of which something was last heard. */
function latest(records: TerminalRecord[]): TerminalRecord[] {
  if (records.length <= mostRecords) return records;
  const heardAt = ({ evidenceAt, since }: TerminalRecord) => evidenceAt ?? since;
  return records.toSorted((one, other) => heardAt(other) - heardAt(one)).slice(0, mostRecords);
}
