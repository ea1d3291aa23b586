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
  const known = secrets.filter((secret) => secret !== '').sort((one, other) => other.length - one.length);

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
