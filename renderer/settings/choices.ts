/** Numbers to choose from, in order. Also the one in use, whatever a file has made it. */
export function choicesWith(used: number | null, usual: readonly number[]): number[] {
  return [...new Set(used === null ? usual : [...usual, used])].toSorted((one, other) => one - other);
}
