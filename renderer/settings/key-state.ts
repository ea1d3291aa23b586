import type { KeyState } from '../../preload/contract.ts';

/** Tillwatch keeps it itself, so it can be replaced and removed. */
export function isStored(state: KeyState): state is 'keychain' | 'memory' {
  return state === 'keychain' || state === 'memory';
}

/** There is none to ask with, so one has to be typed. */
export function isMissing(state: KeyState): state is 'none' | 'unreadable' {
  return state === 'none' || state === 'unreadable';
}
