import { z } from 'zod';
import { longestPoiid } from '../monitor/poiid.ts';
import { historySettings, keepDays } from './history.ts';
import { managedNetwork } from './network.ts';
import { managedRulesSchema } from './notifications.ts';
import { openingHoursSchema } from './opening-hours.ts';
import {
  accountId,
  confirmationSeconds,
  environment,
  intervalSeconds,
  region,
  source,
  text,
} from './schema.ts';
import { managedUpdates } from './updates.ts';
import { iconChoice } from './tray.ts';
import { restartSchema, watching } from './watching.ts';

const terminal = z
  .strictObject({
    poiid: text
      .max(longestPoiid)
      .describe('ID of the terminal, [model]-[serial number], for example V400m-324688179.'),
    name: text.optional().describe('What the staff call it. Without one it is shown by its ID.'),
  })
  .describe('A terminal that is expected from the start, also before it was ever seen connected.');

const store = z
  .strictObject({
    reference: text.describe("The store reference (store code), not Adyen's own ID that begins with ST."),
    name: text.describe('What the staff call the store.'),
    id: text
      .optional()
      .describe("Adyen's own ID of the store, which begins with ST. The Cloud Device API asks for it."),
    terminals: z.array(terminal).optional(),
    restart: restartSchema
      .optional()
      .describe('The daily restart of its terminals: at 06:00, 15 minutes, unless set.'),
    openingHours: openingHoursSchema
      .optional()
      .describe('When people are there. The user can set them only where they are left out.'),
  })
  .describe('A store to watch. Its connected terminals are found by themselves.');

const account = z
  .strictObject({
    id: accountId.describe(
      'Your own name for this entry. Its API key may come from the variable TILLWATCH_API_KEY_<ID>, written in capitals with _ for every other character.',
    ),
    environment: environment.describe("Which of Adyen's two environments the API key belongs to."),
    region: region
      .optional()
      .describe(
        'Region of the live account. Required for live; not used for test. In nea only cloud-device can be asked.',
      ),
    merchantAccount: text.describe('Name of the merchant account.'),
    // The sentence for a wrong one is that of `checkEndpoint`; the format is for editors.
    endpoint: z
      .string()
      .optional()
      .meta({ format: 'uri' })
      .describe("A base URL in place of Adyen's own host: *.adyen.com, or this PC itself for a simulator."),
    source: source
      .optional()
      .describe('Which API of Adyen is asked. Found out from what the API key may use, unless set.'),
    stores: z.array(store).min(1),
  })
  .describe('A merchant account and its stores.');

/** The managed configuration as an administrator writes it. Duplicates and endpoints are checked by `managed.ts`. */
export const managedSchema = z
  .strictObject({
    $schema: z.string().optional().describe('For editors; not used.'),
    accounts: z.array(account),
    pollIntervalSeconds: z
      .number()
      .min(intervalSeconds.least)
      .max(intervalSeconds.most)
      .int()
      .optional()
      .describe(`Time between two checks of a store. ${intervalSeconds.usual} unless set.`),
    confirmationDelaySeconds: z
      .number()
      .min(confirmationSeconds.least)
      .max(confirmationSeconds.most)
      .int()
      .optional()
      .describe(
        `How long after a terminal went missing it is asked for by its own ID. ${confirmationSeconds.usual} unless set.`,
      ),
    closedPollIntervalSeconds: watching.shape.closedIntervalSeconds
      .unwrap()
      .optional()
      .describe('Time between two checks while all stores of an account are closed. As ever unless set.'),
    unstable: watching.shape.unstable
      .optional()
      .describe('When a terminal that drops and returns is told once, as unstable.'),
    notifications: managedRulesSchema
      .optional()
      .describe('What the staff are told. What is left out is left to the user.'),
    historyKeepDays: historySettings.shape.keepDays
      .optional()
      .describe(`How many days of history are kept. ${keepDays.usual} unless set.`),
    trayIcons: iconChoice
      .optional()
      .describe(
        'One tray icon for everything, or one for each store; beyond eight the last one sums up the rest.',
      ),
    network: managedNetwork
      .optional()
      .describe('How Adyen is reached from this PC. What is left out is left to the user.'),
    updates: managedUpdates
      .optional()
      .describe('Where updates of Tillwatch come from. Left to the user, who has none unless one is set.'),
  })
  .meta({
    title: 'Tillwatch managed configuration',
    description: 'Accounts and stores that an administrator sets for this PC. It never holds an API key.',
  });

export type ManagedFile = z.infer<typeof managedSchema>;

export function managedJsonSchema(): object {
  return z.toJSONSchema(managedSchema, { io: 'input' });
}
