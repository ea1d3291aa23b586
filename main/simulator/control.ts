import { z } from 'zod';
import { assumptionsSchema } from './assumptions.ts';
import { faultSchema } from './faults.ts';
import type { Simulator } from './server.ts';

/**
 * The control surface for tests that only have the address, with the same key in `X-API-Key`:
 *
 *     POST /_simulator/drop         {"poiid": "…"}      likewise restore
 *     POST /_simulator/dropStore    {"store": "…"}      likewise restoreStore
 *     POST /_simulator/add          {"poiid": "…", "store": "…"}      likewise move
 *     POST /_simulator/fault        {"kind": "…", "count": 3}         without count: until heal
 *                                   (with "retryAfter" for rate-limited, "location" for redirect)
 *     POST /_simulator/heal
 *     POST /_simulator/limit        {"requests": 160, "windowMs": 60000}, of the Management API; null: none
 *     POST /_simulator/assume       {"unknownDevice": "offline"}, what the vendor does where no document says it
 *     GET  /_simulator/requests
 *
 * Answers 200 with `{}` (the log for `requests`), 404 for what does not exist, 400 for a body that does not fit.
 */
export const controlPath = '/_simulator/';

const ofTerminal = z.object({ poiid: z.string() });
const ofStore = z.object({ store: z.string() });
const ofLimit = z
  .strictObject({ requests: z.number().int().min(0), windowMs: z.number().positive() })
  .nullable();
const ofBoth = ofTerminal.extend(ofStore.shape);

export function control(simulator: Simulator, command: string, body: unknown): ControlAnswer {
  const { world } = simulator;
  switch (command) {
    case 'POST drop':
      return run(ofTerminal, body, ({ poiid }) => world.drop(poiid));
    case 'POST restore':
      return run(ofTerminal, body, ({ poiid }) => world.restore(poiid));
    case 'POST dropStore':
      return run(ofStore, body, ({ store }) => world.dropStore(store));
    case 'POST restoreStore':
      return run(ofStore, body, ({ store }) => world.restoreStore(store));
    case 'POST add':
      return run(ofBoth, body, ({ poiid, store }) => world.add(poiid, store));
    case 'POST move':
      return run(ofBoth, body, ({ poiid, store }) => world.move(poiid, store));
    case 'POST fault':
      return run(ofFault, body, ({ fault, count }) => simulator.fault(fault, count));
    case 'POST heal':
      simulator.heal();
      return done;
    case 'POST limit':
      return run(ofLimit, body, (limit) => simulator.limit(limit));
    case 'POST assume':
      return run(assumptionsSchema, body, (change) => world.assume(change));
    case 'GET requests':
      return { status: 200, body: { requests: simulator.requests() } };
    default:
      return missing;
  }
}

export interface ControlAnswer {
  status: number;
  body: object;
}

const done: ControlAnswer = { status: 200, body: {} };
const missing: ControlAnswer = { status: 404, body: {} };

/** The count travels beside the fault's own members. */
const ofFault = z
  .looseObject({ count: z.number().int().positive().optional() })
  .transform(({ count, ...rest }, context) => {
    const fault = faultSchema.safeParse(rest);
    if (fault.success) return { fault: fault.data, count };
    context.addIssue('unknown fault');
    return z.NEVER;
  });

function run<T>(schema: z.ZodType<T>, body: unknown, act: (request: T) => boolean | void): ControlAnswer {
  const request = schema.safeParse(body);
  if (!request.success) return { status: 400, body: { problem: request.error.issues[0]?.message ?? '' } };
  return act(request.data) === false ? missing : done;
}
