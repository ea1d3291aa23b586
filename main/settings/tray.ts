import { z } from 'zod';

/** One icon for everything, or one for each store as far as a tray has room. */
export const iconChoice = z.enum(['one', 'each-store']);

export const traySettings = z.strictObject({ icons: iconChoice });

export type IconChoice = z.infer<typeof iconChoice>;
export type TraySettings = z.infer<typeof traySettings>;

export const usualTray: TraySettings = { icons: 'one' };

/** The organisation's choice counts where it has made one. */
export function trayInUse(own: TraySettings, set: IconChoice | null): TraySettings & { locked: boolean } {
  return { icons: set ?? own.icons, locked: set !== null };
}
