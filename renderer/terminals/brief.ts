import { duration } from '../../assets/locales/duration.ts';
import type { Words } from '../../assets/locales/index.ts';

const second = 1000;
const minute = 60 * second;

/** A length of time that counts seconds while it is under a minute, for what is seen ticking. */
export function brief(ms: number, words: Words): string {
  if (ms >= minute) return duration(ms, words);
  return words('terminals:freshness.seconds', { seconds: Math.max(0, Math.floor(ms / second)) });
}
