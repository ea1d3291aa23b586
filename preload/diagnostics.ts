import { z } from 'zod';
import type { Gathered } from '../main/diagnostics/diagnostics.ts';
import { id } from './account.ts';
import type { ExportResult } from './history.ts';

/** What the window may ask of the diagnostics. Main keeps what it shows, and saves that and nothing else. */
export const diagnosticsRequests = {
  'diagnostics.gather': z.void(),
  /** `id` of what was gathered. */
  'diagnostics.save': z.strictObject({ id }),
} as const;

export interface DiagnosticsResponses {
  'diagnostics.gather': Gathered;
  'diagnostics.save': ExportResult;
}
