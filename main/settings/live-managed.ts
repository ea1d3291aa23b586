import { watchFile } from 'node:fs';
import { isEqual } from 'es-toolkit';
import { succeed, type Managed } from './managed.ts';

/** How long a change of the file may go unnoticed; ms. Asked for, not told: that works on every disk and for a file that is not there yet. */
const everyMs = 3_000;

export interface LiveManaged {
  current(): Managed;
  /** Whether something else counts now. */
  reread(): boolean;
  /** From now on calls `onChange` whenever what counts has changed. Holds no process up. */
  watch(onChange: () => void): void;
}

/** The managed configuration while the app runs. */
export function createLiveManaged(file: string, read: () => Managed): LiveManaged {
  let managed = read();
  const reread = () => {
    const next = succeed(managed, read());
    if (isEqual(next, managed)) return false;
    managed = next;
    return true;
  };
  return {
    current: () => managed,
    reread,
    watch(onChange) {
      const look = () => {
        if (reread()) onChange();
      };
      watchFile(file, { interval: everyMs, persistent: false }, look);
    },
  };
}
