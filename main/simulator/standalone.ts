import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { systemClock } from '../platform/clock.ts';
import { assumptionsSchema } from './assumptions.ts';
import { createDemoStore, demoScenario } from './demo-store.ts';
import { playScenario } from './scenario.ts';
import { createSimulator } from './server.ts';
import { createWorld, type World } from './world.ts';

/**
 * `npm run simulator -- [--port N] [--key KEY] [--scenario demo|none] [--world FILE]`
 *
 * Prints one line of JSON on stdout once it listens, then on stderr a line for each request and each change.
 * A world file holds `{ "accounts": [{ "merchantAccount", "stores": [{ "reference", "id", "name",
 * "terminals": [{ "poiid", "connected" }] }] }] }`, and whatever else a world may say; its accounts take the one key
 * unless they list `keys`. `assumptions` beside `accounts` says what the vendor does where no document says it.
 */
const terminalSchema = z.object({
  poiid: z.string(),
  connected: z.boolean().default(true),
  status: z.enum(['boarded', 'deployed', 'inventory', 'reassignmentInProgress']).exactOptional(),
  deviceName: z.string().exactOptional(),
  restartHour: z.number().int().min(0).max(23).exactOptional(),
  cloudDeviceApiEndpoint: z.string().exactOptional(),
  lastActivityAt: z.string().exactOptional(),
});

const worldSchema = z.object({
  accounts: z
    .array(
      z.object({
        merchantAccount: z.string(),
        keys: z.array(z.string()).default([]),
        keysWithoutRole: z.array(z.string()).default([]),
        rolesOfKeys: z.record(z.string(), z.array(z.string())).exactOptional(),
        allowedIpAddresses: z.array(z.string()).exactOptional(),
        company: z.string().exactOptional(),
        stores: z.array(
          z.object({
            reference: z.string(),
            id: z.string().default(''),
            name: z.string().default(''),
            status: z.enum(['active', 'inactive', 'closed']).exactOptional(),
            terminals: z.array(terminalSchema),
            installations: z.array(terminalSchema).exactOptional(),
          }),
        ),
      }),
    )
    .min(1),
  assumptions: assumptionsSchema.default({}),
});

const say = (line: string) => process.stderr.write(`${line}\n`);

async function main() {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '0' },
      key: { type: 'string' },
      scenario: { type: 'string' },
      world: { type: 'string' },
    },
  });
  const scenario = values.scenario ?? (values.world === undefined ? 'demo' : 'none');
  if (scenario !== 'demo' && scenario !== 'none') throw new Error(`no scenario ${scenario}: demo or none`);
  if (scenario === 'demo' && values.world !== undefined)
    throw new Error('the demo scenario plays in the demo world only');

  const world = prepare(values.world, values.key);
  const simulator = await createSimulator({ world, port: Number(values.port) });
  const [first] = world.accounts;
  const { url } = simulator;
  process.stdout.write(
    `${JSON.stringify({ url, key: first?.keys[0], merchantAccount: first?.merchantAccount, stores: first?.stores })}\n`,
  );

  simulator.onRequest(({ method, path, body, status, fault }) =>
    say(
      `request ${method === 'GET' ? path : JSON.stringify(body)} -> ${status ?? 'no answer'}${fault === null ? '' : ` (${fault})`}`,
    ),
  );
  world.onChange(({ kind, poiid, store }) => say(`${kind} ${poiid} in ${store}`));
  const stop =
    scenario === 'demo'
      ? playScenario(demoScenario, simulator, systemClock, ({ at, ...action }) =>
          say(`scenario ${at} s ${JSON.stringify(action)}`),
        )
      : () => undefined;

  const end = () => {
    stop();
    void simulator.close();
  };
  process.once('SIGINT', end);
  process.once('SIGTERM', end);
}

function prepare(file: string | undefined, givenKey: string | undefined): World {
  const demo = createDemoStore(randomBytes);
  const key = givenKey ?? demo.key;
  if (file === undefined)
    return createWorld(demo.world.accounts.map((account) => ({ ...account, keys: [key] })));
  const { accounts, assumptions } = worldSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  const world = createWorld(
    accounts.map((account) => ({ ...account, keys: account.keys.length > 0 ? account.keys : [key] })),
  );
  world.assume(assumptions);
  return world;
}

main().catch((error: unknown) => {
  say(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
});
