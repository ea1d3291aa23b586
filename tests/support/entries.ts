/** Every text of a dictionary under its whole key, such as `settings:appearance.title`. */
export function entriesOf(dictionary: Record<string, object>): Map<string, string> {
  return new Map(Object.entries(dictionary).flatMap(([room, texts]) => [...flatten(texts, `${room}:`)]));
}

function* flatten(texts: object, path: string): Generator<[string, string]> {
  for (const [key, value] of Object.entries<unknown>({ ...texts })) {
    if (typeof value === 'string') yield [path + key, value];
    else if (typeof value === 'object' && value !== null) yield* flatten(value, `${path}${key}.`);
    else throw new Error(`${path}${key} is neither a text nor a group of them`);
  }
}
