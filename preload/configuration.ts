import { z } from 'zod';
import type { ManagedFault } from '../main/settings/managed-issue.ts';
import type { ConfigurationChanges } from '../main/settings/take-configuration.ts';
import { id } from './account.ts';
import type { ExportResult } from './history.ts';

export type { ConfigurationChanges } from '../main/settings/take-configuration.ts';

/** A configuration file, as the managed one is written: saved, or looked at and then taken over. It never holds a key. */

const preview = z.strictObject({ preview: id });

export const configurationRequests = {
  'configuration.save': z.void(),
  'configuration.open': z.void(),
  'configuration.take': preview,
  'configuration.undo': preview,
} as const;

export interface ConfigurationResponses {
  'configuration.save': ExportResult;
  /** The user says which file; it is read, and nothing is changed. */
  'configuration.open': OpenedConfiguration;
  /** Refused where something has changed since it was shown. */
  'configuration.take': null;
  /** Only the last one. What somebody has changed again since stays as it is. */
  'configuration.undo': null;
}

export type OpenedConfiguration =
  /** The user does not want one after all. */
  | { kind: 'none' }
  | { kind: 'refused'; file: string; faults: readonly ManagedFault[] }
  | { kind: 'preview'; id: string; file: string; changes: ConfigurationChanges };
