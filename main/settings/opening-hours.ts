import { z } from 'zod';
import { isTimeZone, type OpeningHours } from '../monitor/opening-hours.ts';

const span = z.strictObject({
  from: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
  to: z.string().regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/),
});

const spans = z.array(span).max(12).meta({
  id: 'spans',
  description:
    'From when to when the store is open, by its own clock as HH:mm; 24:00 is midnight. One that ends no later than it begins ends on the day after. Several a day make breaks; none: closed.',
});
const day = spans.default([]);

/** As an administrator and the settings file write it; what is left out is closed. */
export const openingHoursSchema = z.strictObject({
  week: z.strictObject({
    monday: day,
    tuesday: day,
    wednesday: day,
    thursday: day,
    friday: day,
    saturday: day,
    sunday: day,
  }),
  holidays: z
    .array(z.strictObject({ date: z.iso.date(), spans: day }))
    .max(400)
    .default([])
    .describe("Dates (YYYY-MM-DD) with other hours than the weekday's."),
  timeZone: z
    .string()
    .refine(isTimeZone)
    .nullable()
    .default(null)
    .describe('Time zone of the store, for example Europe/Amsterdam. That of this PC unless set.'),
}) satisfies z.ZodType<OpeningHours>;

const entry = z.strictObject({
  account: z.string().min(1),
  store: z.string().min(1),
  hours: openingHoursSchema,
});

/**
 * The user's, by store. Beside the accounts, because stores of the managed file can have them too. An entry that is wrong in one
 * place goes as a whole: without it people are told at any hour, but by half of it they would not be told
 * when they are there.
 */
export const openingHoursList = z.array(
  z.unknown().transform((value, context): z.infer<typeof entry> => {
    const parsed = entry.safeParse(value);
    if (parsed.success) return parsed.data;
    context.addIssue({ code: 'custom' });
    return z.NEVER;
  }),
);

export type StoreHours = z.infer<typeof entry>;
