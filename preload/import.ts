import { z } from 'zod';
import type { ApplyOutcome, PreviewOutcome } from '../main/import/importer.ts';
import { id } from './account.ts';

export type { Counts, ShownPreview, StoresOutcome } from '../main/import/importer.ts';
export type { Progress as ImportProgress, Problem as ImportProblem } from '../main/import/gather.ts';

/**
 * What the window may ask of the import of stores and terminals. Main keeps what it fetched and shows: the page names
 * a preview and the items of it that were ticked, and nothing else.
 */

/** More than all that an account may have: two things to be said of each terminal, four of each store. */
const mostTicked = 100_000;

export const importRequests = {
  'import.preview': z.strictObject({ account: id }),
  /** Go on with the names of terminals that are known by now. */
  'import.skipNames': z.void(),
  'import.cancel': z.void(),
  'import.apply': z.strictObject({ preview: id, ticked: z.array(z.string().max(500)).max(mostTicked) }),
  'import.undo': z.strictObject({ import: id }),
} as const;

export interface ImportResponses {
  /** Settles when Adyen has been asked for everything; meanwhile `import.progress` tells how far it is. */
  'import.preview': PreviewOutcome;
  'import.skipNames': null;
  'import.cancel': null;
  'import.apply': ApplyOutcome;
  /** What was changed again since stays. */
  'import.undo': null;
}
