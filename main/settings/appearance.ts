import { z } from 'zod';
import { languages } from '../../assets/locales/language.ts';

/** In percent of the usual size. */
export const textSizes = [100, 115, 130, 150] as const;

/** How it looks and speaks; `system`: as the system does. */
export const appearance = z.strictObject({
  theme: z.enum(['system', 'light', 'dark']),
  language: z.enum(['system', ...languages]),
  textSize: z.literal(textSizes),
});

export type Appearance = z.infer<typeof appearance>;

export const usualAppearance: Appearance = { theme: 'system', language: 'system', textSize: 100 };
