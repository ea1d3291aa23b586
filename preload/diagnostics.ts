import { z } from 'zod';
import type { Gathered } from '../main/diagnostics/diagnostics.ts';
import type { ExportResult } from './history.ts';

export type { PartKind } from '../main/diagnostics/gather.ts';

/** What the window may ask of the diagnostics. Main keeps what it shows, and saves that and nothing else. */
export const diagnosticsRequests = {
  'diagnostics.gather': z.void(),
  /** `id` of what was gathered. */
  'diagnostics.save': z.strictObject({ id: z.string().min(1).max(200) }),
} as const;

export interface DiagnosticsResponses {
  'diagnostics.gather': Gathered;
  'diagnostics.save': ExportResult;
}
