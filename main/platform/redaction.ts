const mask = '[key]';

/** Names of headers and fields that hold a key wherever they turn up. */
const secretNames = /^(?:x-api-key|authorization|proxy-authorization|api-?key|key)$/i;

/**
 * Shaped like an Adyen API key, known or not. [?] Nothing official describes the form; every example begins with
 * `AQE` and goes on in base64 with a few more characters at its end.
 */
const shapedLikeKey = /AQE[\w+/=.~-]{17}[^\s"',]*/g;

/**
 * Takes keys out of whatever is going to be written down. Returns plain data: errors become their name, message,
 * stack and cause; what contains itself is cut.
 * @param secrets every key in use now
 */
export function redact(value: unknown, secrets: readonly string[]): unknown {
  const inside = new WeakSet<object>();

  // The longest first: of a key that begins like a shorter one the rest would stay.
  const known = secrets.flatMap(formsOf).sort((one, other) => other.length - one.length);

  const text = (from: string): string =>
    known.reduce((masked, secret) => masked.replaceAll(secret, mask), from).replace(shapedLikeKey, mask);

  function walk(part: unknown): unknown {
    if (typeof part === 'string') return text(part);
    // JSON cannot say it, and a line about a fault must not fail itself.
    if (typeof part === 'bigint') return String(part);
    if (typeof part !== 'object' || part === null) return part;
    if (inside.has(part)) return '[circular]';
    inside.add(part);
    const plain = Array.isArray(part) ? part.map(walk) : fields(part);
    inside.delete(part);
    return plain;
  }

  function fields(part: object): object {
    return Object.fromEntries(
      entriesOf(part)
        .filter(([, held]) => held !== undefined)
        .map(([name, held]) => [text(name), secretNames.test(name) ? mask : walk(held)]),
    );
  }

  return walk(value);
}

/** Shorter ones turn up in another form by chance. */
const shortestInDisguise = 8;

/** A secret as it is, and as it stands in JSON, in a URL and in base64, also amid other text (`Basic dXNlcjpwYXNz…`). */
function formsOf(secret: string): string[] {
  if (secret === '') return [];
  if (secret.length < shortestInDisguise) return [secret];
  // Three bytes make four letters, so it depends on what stands before; letters that neighbours share are left out.
  const inBase64 = [0, 1, 2].map((before) => {
    const bytes = Buffer.from(' '.repeat(before) + secret);
    const whole = bytes.toString('base64url');
    return whole.slice(Math.ceil((before * 4) / 3), Math.floor((bytes.length * 4) / 3));
  });
  return [
    secret,
    JSON.stringify(secret).slice(1, -1),
    encodeURIComponent(secret),
    ...inBase64,
    ...inBase64.map((text) => text.replaceAll('-', '+').replaceAll('_', '/')),
  ];
}

function entriesOf(part: object): [string, unknown][] {
  if (part instanceof Error) {
    const { name, message, stack, cause } = part;
    return [
      ['name', name],
      ['message', message],
      ['stack', stack],
      ...Object.entries(part),
      ['cause', cause],
    ];
  }
  if (part instanceof Map)
    return Array.from(part, ([name, held]: [unknown, unknown]) => [String(name), held]);
  return Object.entries(part);
}
