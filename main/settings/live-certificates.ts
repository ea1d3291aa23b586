import { unwatchFile, watchFile } from 'node:fs';
import { isEqual } from 'es-toolkit';
import type { CertificateFile } from './certificate-file.ts';

/** How long a renewed file may go unnoticed; ms. Asked for, not told, as for the managed configuration. */
const everyMs = 3_000;

export interface LiveCertificates {
  /** The same object for as long as it holds the same. */
  current(): CertificateFile;
  /** From now on calls `onChange` when the file holds something else. Holds no process up. */
  watch(onChange: () => void): void;
}

/**
 * The file of certificates while the app runs.
 * @param path as it is set now; empty: none
 */
export function createLiveCertificates(
  path: () => string,
  read: (path: string) => CertificateFile,
): LiveCertificates {
  let known = '';
  let file: CertificateFile = { state: 'none' };
  let tell: (() => void) | null = null;

  function look(): boolean {
    const next = read(known);
    if (isEqual(next, file)) return false;
    file = next;
    return true;
  }

  const looksAgain = () => {
    if (look()) tell?.();
  };

  function follow(): void {
    if (tell && known !== '') watchFile(known, { interval: everyMs, persistent: false }, looksAgain);
  }

  return {
    current() {
      const set = path();
      if (set !== known) {
        if (known !== '') unwatchFile(known, looksAgain);
        known = set;
        look();
        follow();
      }
      return file;
    },
    watch(onChange) {
      tell = onChange;
      follow();
    },
  };
}
