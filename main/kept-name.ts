/**
 * Under which name a file that cannot be used is kept aside: `settings.kept-20261124T140000Z.json`, and beside one of
 * the same moment `settings.kept-20261124T140000Z-2.json`.
 * @param extension with its dot
 * @param now epoch ms
 */
export function keptName(
  name: string,
  extension: string,
  now: number,
  isTaken: (file: string) => boolean,
): string {
  const time = new Date(now).toISOString().replaceAll(/[-:]|\.\d+/g, '');
  let as = `${name}.kept-${time}${extension}`;
  for (let more = 2; isTaken(as); more++) as = `${name}.kept-${time}-${more}${extension}`;
  return as;
}
