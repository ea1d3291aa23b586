/** From the line of the list that has the focus. */
export type Step = 'above' | 'below' | 'first' | 'last';

const steps: Record<string, Step> = { ArrowUp: 'above', ArrowDown: 'below', Home: 'first', End: 'last' };

/** Where a key leads, if anywhere. */
export function stepOf(key: string): Step | null {
  return steps[key] ?? null;
}
