import { z } from 'zod';
import type { Credential, FetchedSettings, FetchedStore, FetchedTerminal } from '../import/fetched.ts';
import { deviceRegionOf } from './endpoints.ts';

// [O] ManagementService-v3.yaml. Beyond what identifies an entry, one field that is not as described costs only
// itself: an import shows what it found before anything comes of it.

/** As much as a name may have in the settings, on one line. */
const longest = 200;
const text = z.string().transform(oneLine).catch('');
/** One that had to be cut would be another's. */
const reference = z
  .string()
  .transform((typed) => (typed.trim().length > longest ? '' : oneLine(typed)))
  .catch('');
const optional = z.string().trim().min(1).nullable().catch(null);

export const storeSchema = z
  .object({
    id: z.string().min(1),
    reference,
    description: text,
    status: z.enum(['active', 'inactive', 'closed', 'unknown']).catch('unknown'),
  })
  .transform(({ id, reference, description, status }): FetchedStore => {
    return { id, reference, name: description, status };
  });

const assignmentSchema = z.object({
  merchantId: optional,
  storeId: optional,
  status: z.enum(['boarded', 'deployed', 'inventory', 'reassignmentInProgress', 'unknown']).catch('unknown'),
});

const unassigned: z.infer<typeof assignmentSchema> = { merchantId: null, storeId: null, status: 'unknown' };

export const terminalSchema = z
  .object({
    id: z.string().min(1),
    assignment: assignmentSchema.catch(unassigned),
    restartLocalTime: z
      .string()
      .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
      .nullable()
      .catch(null),
    cloudDeviceApiEndpoint: text,
  })
  .transform(({ id, assignment, restartLocalTime, cloudDeviceApiEndpoint }): FetchedTerminal => {
    return {
      poiid: id,
      status: assignment.status,
      merchantAccount: assignment.merchantId,
      storeId: assignment.storeId,
      restartTime: restartLocalTime,
      region: deviceRegionOf(cloudDeviceApiEndpoint),
    };
  });

/** `pagesTotal` is required; `data` is not, and is missing where nothing is listed. */
export const pageSchema = <T extends z.ZodType>(entry: T) =>
  z.object({ pagesTotal: z.number().int().min(0), data: z.array(entry).nullish() });

export const credentialSchema = z
  .object({
    username: z.string(),
    companyName: text,
    active: z.boolean(),
    roles: z.array(z.string()),
    allowedIpAddresses: z.array(z.string()),
  })
  .transform(({ companyName, ...rest }): Credential => ({ ...rest, company: companyName }));

export const settingsSchema = z
  .object({
    signature: z.object({ deviceName: text }).catch({ deviceName: '' }),
    hardware: z
      .object({ restartHour: z.number().int().min(0).max(23).nullable().catch(null) })
      .catch({ restartHour: null }),
  })
  .transform(({ signature, hardware }): FetchedSettings => ({ ...signature, ...hardware }));

/** Cut first: that may leave half a character, which goes with all that cannot be shown. */
function oneLine(typed: string): string {
  return typed
    .trim()
    .slice(0, longest)
    .replaceAll(/[\s\p{Cc}\p{Cs}]+/gu, ' ')
    .trim();
}
