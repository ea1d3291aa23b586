import { z } from 'zod';

/**
 * What the vendor does where no document says it (`adyen-api.md` §8). Each can be switched, so that Tillwatch is
 * tried with all that it may meet. What is left out stays as it is.
 */
export const assumptionsSchema = z.strictObject({
  /** What `store` of the Cloud Device API takes; its documents name the ID. */
  deviceStore: z.enum(['id', 'id-or-reference']).exactOptional(),
  /** What the Cloud Device API answers for a store that the account does not have. */
  unknownDeviceStore: z.enum(['forbidden', 'not-found', 'empty']).exactOptional(),
  /** … and for a device; [3] minimpos assumes the first. */
  unknownDevice: z.enum(['not-found', 'not-found-by-name', 'forbidden', 'offline']).exactOptional(),
  /** What `store` of `/connectedTerminals` takes; [3] the first on live, the second in test. */
  terminalStore: z.enum(['reference', 'reference-or-id']).exactOptional(),
  /** What `/connectedTerminals` answers for a POIID that the account does not have. */
  unknownTerminal: z.enum(['empty', 'unprocessable']).exactOptional(),
  /** Whether one device is found whatever the capitals of its ID. */
  capitals: z.enum(['matter', 'do-not-matter']).exactOptional(),
  /** Whether the role for the Cloud Device API is enough for `/connectedTerminals`. */
  deviceRole: z.enum(['for-devices-only', 'for-both']).exactOptional(),
});

export type Assumptions = Required<z.infer<typeof assumptionsSchema>>;

/** What is played unless somebody says otherwise. */
export const usualAssumptions: Assumptions = {
  deviceStore: 'id',
  unknownDeviceStore: 'forbidden',
  unknownDevice: 'not-found',
  terminalStore: 'reference',
  unknownTerminal: 'empty',
  capitals: 'matter',
  deviceRole: 'for-devices-only',
};

/** Whether an ID that somebody asks for is this one. */
export function isSame(id: string, asked: string, capitals: Assumptions['capitals']): boolean {
  return capitals === 'matter' ? id === asked : id.toLowerCase() === asked.toLowerCase();
}
