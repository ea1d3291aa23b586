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

  const text = (from: string): string =>
    secrets
      .filter((secret) => secret !== '')
      .reduce((masked, secret) => masked.replaceAll(secret, mask), from)
      .replace(shapedLikeKey, mask);

  function walk(part: unknown): unknown {
    if (typeof part === 'string') return text(part);
    if (typeof part !== 'object' || part === null) return part;
    if (inside.has(part)) return '[circular]';
    inside.add(part);
    const plain = Array.isArray(part) ? part.map(walk) : fields(part);
    inside.delete(part);
    return plain;
  }

  function fields(part: object): object {
    const entries =
      part instanceof Error
        ? [
            ['name', part.name],
            ['message', part.message],
            ['stack', part.stack],
            ...Object.entries(part),
            ['cause', part.cause],
          ]
        : part instanceof Map
          ? [...part].map(([name, held]) => [String(name), held])
          : Object.entries(part);
    return Object.fromEntries(
      entries
        .filter(([, held]) => held !== undefined)
        .map(([name, held]) => [text(String(name)), secretNames.test(String(name)) ? mask : walk(held)]),
    );
  }

  return walk(value);
}
