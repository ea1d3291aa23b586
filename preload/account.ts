import { z } from 'zod';
import type { Environment, Region, SourceChoice } from '../main/monitor/watchlist.ts';

export const id = z.string().min(1).max(200);
export const line = z.string().max(500);
const environment = z.enum(['test', 'live']) satisfies z.ZodType<Environment>;
const region = z.enum(['eu', 'us', 'au', 'apse', 'nea']) satisfies z.ZodType<Region>;
const source = z.enum(['auto', 'connected-terminals', 'cloud-device']) satisfies z.ZodType<SourceChoice>;

/** As typed: main trims, checks and answers with the field that is wrong. */
export const accountDraft = z.strictObject({
  /** Null for a new account. */
  id: id.nullable(),
  environment,
  region,
  merchantAccount: line,
  /** Empty for the vendor's own host. */
  endpoint: line,
  source,
  /** `id`: Adyen's own (`ST…`); empty where it is not known. */
  stores: z.array(z.strictObject({ reference: line, name: line, id: line })).max(5000),
});
