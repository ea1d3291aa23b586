import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { createDiagnostics } from '../../../main/diagnostics/diagnostics.ts';
import type { Part } from '../../../main/diagnostics/gather.ts';
import { redact } from '../../../main/platform/redaction.ts';

const key = 'a-key-of-no-known-form';
const madeAt = new Date(2026, 10, 25, 14, 2);

function makeDiagnostics(...parts: Part[]) {
  let count = 0;
  return createDiagnostics({
    parts,
    redact: (value) => redact(value, [key]),
    now: () => madeAt.getTime(),
    newId: () => `id-${++count}`,
  });
}

function makePart(read: Part['read'], given: Partial<Part> = {}): Part {
  return { kind: 'about', name: 'about.json', read, ...given };
}

/** The files of what was saved, by their names. */
async function unpack(zip: AsyncIterable<Uint8Array> | null): Promise<Record<string, string>> {
  if (zip === null) throw new Error('nothing was saved');
  const parts: Uint8Array[] = [];
  for await (const part of zip) parts.push(part);
  const files = Object.entries(unzipSync(Buffer.concat(parts)));
  return Object.fromEntries(files.map(([name, bytes]) => [name, strFromU8(bytes)]));
}

describe('the diagnostics', () => {
  it('are saved exactly as they were shown, whatever has changed since', async () => {
    let state = 'shown';
    const diagnostics = makeDiagnostics(
      makePart(() => ({ state })),
      makePart(() => `${state}\n`, { kind: 'log', name: 'tillwatch.log' }),
    );
    const { id, entries } = await diagnostics.gather();
    state = 'changed';
    const files = await unpack(diagnostics.zip(id));
    expect(files).toEqual({ 'about.json': '{\n  "state": "shown"\n}\n', 'tillwatch.log': 'shown\n' });
    expect(entries).toEqual([
      { kind: 'about', name: 'about.json', bytes: 23, preview: files['about.json'], cut: 'nothing' },
      { kind: 'log', name: 'tillwatch.log', bytes: 6, preview: 'shown\n', cut: 'nothing' },
    ]);
  });

  it('show of what is long its begin, of a log its end, and save the whole of it', async () => {
    const long = `first${'ä'.repeat(30_000)}last`;
    const diagnostics = makeDiagnostics(
      makePart(() => long, { kind: 'answers', name: 'answers.json' }),
      makePart(() => long, { kind: 'log', name: 'tillwatch.log' }),
    );
    const { id, entries } = await diagnostics.gather();
    expect(entries).toMatchObject([
      { bytes: 60_009, preview: `first${'ä'.repeat(19_995)}`, cut: 'end' },
      { bytes: 60_009, preview: `${'ä'.repeat(19_996)}last`, cut: 'begin' },
    ]);
    expect(await unpack(diagnostics.zip(id))).toEqual({ 'answers.json': long, 'tillwatch.log': long });
  });

  it('can be saved again, but not once others were gathered or nobody looks any more', async () => {
    const diagnostics = makeDiagnostics(makePart(() => 'here'));
    const first = await diagnostics.gather();
    expect(await unpack(diagnostics.zip(first.id))).toEqual(await unpack(diagnostics.zip(first.id)));
    const second = await diagnostics.gather();
    expect(diagnostics.zip(first.id)).toBeNull();
    expect(diagnostics.zip(second.id)).not.toBeNull();
    diagnostics.forget();
    expect(diagnostics.zip(second.id)).toBeNull();
    expect(diagnostics.zip('')).toBeNull();
  });

  it('say of a part that cannot be read why, and leave out one that is not there', async () => {
    const diagnostics = makeDiagnostics(
      makePart(() => Promise.reject(Object.assign(new Error('locked'), { code: 'EACCES' }))),
      makePart(() => undefined, { kind: 'log', name: 'tillwatch.old.log' }),
      makePart(() => 'still here', { kind: 'log', name: 'tillwatch.log' }),
    );
    const { id } = await diagnostics.gather();
    const files = await unpack(diagnostics.zip(id));
    expect(Object.keys(files)).toEqual(['about.json', 'tillwatch.log']);
    expect(files['about.json']).toContain('EACCES');
  });

  it.each<[string, unknown]>([
    ['text', `the log has ${key} in it`],
    ['data', { nested: [{ deep: key }], [key]: 1 }],
    ['a header', { headers: { authorization: 'Bearer of something' } }],
    ['base64', { body: Buffer.from(`{"key":"${key}"}`).toString('base64') }],
    ['an error', Object.assign(new Error(key), { request: { headers: { 'x-api-key': key } } })],
  ])('hold no key of %s, neither shown nor saved', async (_, value) => {
    const diagnostics = makeDiagnostics(makePart(() => value));
    const { id, entries } = await diagnostics.gather();
    const saved = await unpack(diagnostics.zip(id));
    for (const text of [JSON.stringify(entries), JSON.stringify(saved)]) {
      expect(text).not.toContain(key);
      expect(text).not.toContain('Bearer');
      expect(text).not.toContain(Buffer.from(key).toString('base64').slice(4, 24));
      expect(text).toContain('[key]');
    }
  });
});
