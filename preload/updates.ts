import { z } from 'zod';
import type { UpdatesSettings } from '../main/settings/updates.ts';
import type { UpdateState } from '../main/updates/updates.ts';

export type { UpdateState } from '../main/updates/updates.ts';

/** What the window may ask of updates. Main checks the address, and says how it goes in the settings. */
export const updatesRequests = {
  /** As typed; empty: no updates. */
  'settings.setUpdates': z.strictObject({ feed: z.string().max(1000) }),
  /** Looks for one now. */
  'updates.check': z.void(),
  /** Ends Tillwatch, and starts the version that is ready. */
  'updates.restart': z.void(),
} as const;

export interface UpdatesResponses {
  'settings.setUpdates': null;
  'updates.check': null;
  'updates.restart': null;
}

/** `locked`: set by the managed configuration. */
export type UpdatesView = UpdatesSettings & { locked: boolean; state: UpdateState };
