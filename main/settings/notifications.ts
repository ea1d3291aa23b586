import { z } from 'zod';
import type { NotificationRules } from '../notifications/rules.ts';

export const stillAfterMinutes = { least: 5, most: 24 * 60, usual: 30 } as const;

export const notificationRulesSchema = z.strictObject({
  disconnected: z.boolean(),
  reconnected: z.boolean(),
  stillDisconnected: z.boolean(),
  stillAfterMinutes: z.number().int().min(stillAfterMinutes.least).max(stillAfterMinutes.most),
  onlyInOpeningHours: z.boolean(),
  sound: z.enum(['off', 'system', 'own']),
}) satisfies z.ZodType<NotificationRules>;

export function defaultRules(): NotificationRules {
  return {
    disconnected: true,
    reconnected: true,
    stillDisconnected: false,
    stillAfterMinutes: stillAfterMinutes.usual,
    onlyInOpeningHours: true,
    sound: 'system',
  };
}

export const managedRulesSchema = notificationRulesSchema.partial();
export type ManagedRules = z.infer<typeof managedRulesSchema>;

/** The organisation's rule counts where it has set one. */
export function rulesInUse(
  rules: NotificationRules,
  set: ManagedRules | null,
): { rules: NotificationRules; locked: (keyof NotificationRules)[] } {
  return {
    rules: notificationRulesSchema.parse({ ...rules, ...set }),
    locked: notificationRulesSchema.keyof().options.filter((name) => set?.[name] !== undefined),
  };
}
