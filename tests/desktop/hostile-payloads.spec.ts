import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { z } from 'zod';
import { settingsSchema } from '../../main/settings/schema.ts';
import { arbitrary, mutations, type Attack, type Recipe } from '../support/hostile-payloads.ts';
// Whoever is asked where a file goes says nowhere.
import { expect, test } from '../support/portal-test.ts';

const reply = z.discriminatedUnion('ok', [
  z.strictObject({ ok: z.literal(true), value: z.unknown() }),
  z.strictObject({
    ok: z.literal(false),
    error: z.strictObject({
      code: z.string().regex(/^[a-z-]+$/),
      field: z.string(),
      params: z.record(z.string(), z.union([z.string(), z.number()])),
    }),
  }),
]);

/** Each attack in turn, in the page; what it was answered, or why it could not even be sent. */
function attack(page: Page, attacks: { channel: string; payload: unknown }[]): Promise<unknown[]> {
  return page.evaluate(async (all) => {
    const special = (name: string, of: unknown): unknown => {
      const ring: Record<string, unknown> = {};
      let deep: unknown = 1;
      switch (name) {
        case 'undefined':
          return undefined;
        case 'NaN':
          return NaN;
        case 'Infinity':
          return Infinity;
        case 'bigint':
          return 10n ** 30n;
        case 'date':
          return new Date(NaN);
        case 'bytes':
          return new Uint8Array(1_000);
        case 'ring':
          ring['self'] = ring;
          return ring;
        case 'deep':
          for (let depth = 0; depth < 500; depth++) deep = depth % 2 === 0 ? [deep] : { deep };
          return deep;
        case 'text':
          return 'x'.repeat(10_000_000);
        case 'list':
          return Array.from({ length: 100_000 }, (_, at) => `V400m-${at}`);
        case 'fields':
          return Object.fromEntries(Array.from({ length: 20_000 }, (_, at) => [`field${at}`, at]));
        default:
          // As its own field, which is the only way that it comes along.
          return JSON.parse(`{"__proto__":{"polluted":true},${JSON.stringify(build(of)).slice(1)}`);
      }
    };
    const build = (recipe: unknown): unknown => {
      if (typeof recipe !== 'object' || recipe === null) return recipe;
      if (Array.isArray(recipe)) return recipe.map(build);
      if ('$' in recipe) return special(String(recipe.$), 'of' in recipe ? recipe.of : {});
      return Object.fromEntries(
        Object.entries(recipe).map(([name, part]: [string, unknown]) => [name, build(part)]),
      );
    };
    const request: unknown = Reflect.get(window.tillwatch, 'request');
    if (typeof request !== 'function') return [];
    const late = () => new Promise<unknown>((resolve) => setTimeout(resolve, 20_000, 'late'));
    const replies: unknown[] = [];
    for (const { channel, payload } of all) {
      try {
        const asked: unknown = Reflect.apply(request, window.tillwatch, [channel, build(payload)]);
        const answer: unknown = await Promise.race([asked, late()]);
        // Whole histories need not come back.
        const isGood = typeof answer === 'object' && answer !== null && Reflect.get(answer, 'ok') === true;
        replies.push(isGood ? { ok: true, value: null } : answer);
      } catch (error) {
        replies.push(`thrown: ${String(error)}`);
      }
    }
    return replies;
  }, attacks);
}

/** What the page's own side of the bridge does not even send. */
const unsent = /^thrown: (?!.*Error invoking remote method)/;

/** What no good answer is, with what was asked. */
function strange(attacks: Attack[], replies: unknown[]) {
  return attacks
    .map(({ channel, payload }, at) => ({ channel, payload, reply: replies[at] }))
    .filter(({ reply: given }) => !reply.safeParse(given).success && !unsent.test(String(given)));
}

function isTaken(given: unknown): boolean {
  return reply.safeParse(given).data?.ok === true;
}

const settingsOf = (folder: string) =>
  readFile(join(folder, 'settings.json'), 'utf8').catch(() => 'no settings yet');

test('no channel takes what is not its payload: each answers with a typed error, and nothing changes', async ({
  page,
  profile,
  watching: { tray },
}) => {
  test.setTimeout(180_000);
  const before = await settingsOf(profile.userData);
  // `undefined` is the payload of some.
  const attacks = arbitrary(20_261_125, 20).filter(({ payload }) => !isNothing(payload));
  const replies = await attack(page, attacks);
  expect(strange(attacks, replies)).toEqual([]);
  const taken = attacks.filter((_, at) => isTaken(replies[at]));
  expect(taken).toEqual([]);
  expect(await settingsOf(profile.userData)).toBe(before);
  await tray.shows('connected');
});

test('a payload with one thing wrong is answered, and what it changes is a setting that somebody may choose', async ({
  page,
  profile,
  shop,
  launch,
  launchAgain,
  watching: { app, env },
}) => {
  test.setTimeout(180_000);
  const attacks = mutations(shop.vendor.url);
  const replies = await attack(page, attacks);
  expect(strange(attacks, replies)).toEqual([]);
  const refused = attacks.filter((_, at) => !isTaken(replies[at]));
  expect(refused.length).toBeGreaterThan(attacks.length / 2);

  expect(settingsSchema.safeParse(JSON.parse(await settingsOf(profile.userData))).error).toBeUndefined();
  expect(await page.evaluate(() => 'polluted' in {})).toBe(false);
  await app.quit();
  const again = await launch({ env });
  // It may be set to start hidden now.
  expect(await launchAgain({ env })).toBe(0);
  await (await again.page()).getByRole('heading', { level: 1 }).waitFor();
  expect((await readdir(profile.userData)).filter((name) => name.includes('.kept-'))).toEqual([]);
});

function isNothing(payload: Recipe): boolean {
  return (
    typeof payload === 'object' && payload !== null && !Array.isArray(payload) && payload['$'] === 'undefined'
  );
}
