import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { redact } from '../../../main/platform/redaction.ts';

const key = 'AQEyhmfxK4rIaxdEw0m/n3Q5qf3V+abc=-JtQ5H0iXtu8rqQMD6iAb33gf2qZ=-3wIb(7Z;$~';
const opaque = 'another-key-of-no-known-form';

const written = (value: unknown, secrets: readonly string[] = [opaque]) =>
  JSON.stringify(redact(value, secrets));

describe('what is written down', () => {
  it.each([
    ['a key in use', `the key ${opaque} was refused`],
    ['twice', `${opaque}${opaque}`],
    ['in a URL', { url: `https://x.adyen.com/?k=${opaque}` }],
    ['in nested data', { a: [{ b: [opaque] }] }],
    ['as the name of a field', { [opaque]: 1 }],
    [
      'in a map',
      new Map([
        ['X-API-Key', opaque],
        [opaque, 'x'],
      ]),
    ],
    ['in an error', new Error(`refused ${opaque}`)],
    ['in a cause', new Error('outer', { cause: new Error(opaque) })],
    ['in a field of an error', Object.assign(new Error('x'), { headers: { 'X-API-Key': opaque } })],
    ['in a list of raw headers', ['X-API-Key', opaque]],
  ])('holds no key: %s', (_, value) => {
    expect(written(value)).not.toContain(opaque);
    expect(written(value)).toContain('[key]');
  });

  it.each(['X-API-Key', 'x-api-key', 'Authorization', 'proxy-authorization', 'apiKey', 'api-key', 'key'])(
    'holds nothing under the name %s, known or not',
    (name) => {
      expect(redact({ headers: { [name]: 'Basic dXNlcg==' } }, [])).toEqual({ headers: { [name]: '[key]' } });
    },
  );

  it.each([
    ['bare', key],
    ['in a sentence', `header ${key} was`],
    ['in an error', new Error(key)],
  ])('holds nothing that looks like a key, known or not: %s', (_, value) => {
    expect(written(value, [])).not.toContain('hmfxK4rIaxdEw0m');
    expect(written(value, [])).not.toContain('3wIb(7Z');
  });

  it('holds nothing of a key that begins like a shorter one', () => {
    expect(redact('short-key-and-more', ['short-key', 'short-key-and-more'])).toBe('[key]');
  });

  it.each<[string, (secret: string) => string]>([
    ['base64', (secret) => Buffer.from(secret).toString('base64')],
    ['base64 of a URL', (secret) => Buffer.from(secret).toString('base64url')],
    ['base64 of a user and it', (secret) => Buffer.from(`till:${secret}`).toString('base64')],
    ['base64 of it and more', (secret) => Buffer.from(`${secret}\r\n`).toString('base64')],
    ['base64 amid others', (secret) => Buffer.from(`{"k":"${secret}"}`).toString('base64')],
    ['a URL', encodeURIComponent],
    ['JSON', (secret) => JSON.stringify(secret).slice(1, -1)],
  ])('holds no key as %s', (_, disguise) => {
    for (const secret of [opaque, key, 'p"a\\ss/wörd+?>~~']) {
      const hidden = disguise(secret);
      const shown = String(redact(`before ${hidden} after`, [secret]));
      expect(shown).toMatch(/^before \S{0,16}\[key\]\S{0,16} after$/);
    }
  });

  it.each([
    ['a sentence', 'AQE is no key, nor is V400m-324688179'],
    ['data', { poiid: 'V400m-324688179', at: 1, ok: true, none: null, list: [1, 'two'] }],
    ['words that only begin like the name of one', { keychain: 'gnome_libsecret', keys: 2 }],
  ])('is else as it was: %s', (_, value) => {
    expect(redact(value, [opaque, ''])).toEqual(value);
  });

  it('keeps what helps of an error', () => {
    const error = Object.assign(new Error('outer', { cause: new TypeError('inner') }), {
      code: 'ECONNRESET',
    });
    expect(redact({ error }, [])).toMatchObject({
      error: {
        name: 'Error',
        message: 'outer',
        code: 'ECONNRESET',
        stack: error.stack,
        cause: { name: 'TypeError', message: 'inner' },
      },
    });
  });

  it('ends where something contains itself, and takes what JSON cannot say', () => {
    const ring: Record<string, unknown> = { big: 10n, nothing: undefined };
    ring['self'] = ring;
    const error = new Error('ring');
    error.cause = error;
    expect(redact({ ring, twice: [ring, ring] }, [])).toEqual({
      ring: { big: '10', self: '[circular]' },
      twice: [
        { big: '10', self: '[circular]' },
        { big: '10', self: '[circular]' },
      ],
    });
    expect(() => JSON.stringify(redact(error, []))).not.toThrow();
  });

  it('holds no key wherever it hides', () => {
    const secret = fc.string({
      unit: fc.constantFrom(...'abcXYZ019+/=-$"\\'.split('')),
      minLength: 8,
      maxLength: 40,
    });
    const hidden = secret.chain((secret) => {
      const text = fc.tuple(fc.string(), fc.string()).map(([before, after]) => before + secret + after);
      const { value } = fc.letrec<{ value: unknown }>((tie) => ({
        value: fc.oneof(
          { maxDepth: 4 },
          text,
          fc.array(tie('value'), { maxLength: 3 }),
          fc.dictionary(fc.oneof(fc.string(), text), tie('value'), { maxKeys: 3 }),
          fc.tuple(text, tie('value')).map(([message, cause]) => new Error(message, { cause })),
          fc.tuple(text, tie('value')).map(([name, held]) => new Map([[name, held]])),
        ),
      }));
      return fc.tuple(fc.constant(secret), value);
    });
    fc.assert(
      fc.property(hidden, ([secret, value]) => {
        const escaped = JSON.stringify(secret).slice(1, -1);
        expect(written(value, [secret])).not.toContain(escaped);
      }),
      { numRuns: 500 },
    );
  });
});
