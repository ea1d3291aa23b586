import { z } from 'zod';

const message = z.strictObject({ changed: z.literal('keys') });

/** What a command that has changed the stored keys says to the app that runs on the same profile. */
export const keysChanged: z.infer<typeof message> = { changed: 'keys' };

/** Whether a second launch says that the stored keys have changed, rather than wants the window. */
export function saysKeysChanged(additionalData: unknown): boolean {
  return message.safeParse(additionalData).success;
}
