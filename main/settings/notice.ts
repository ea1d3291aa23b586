/**
 * Something the user must hear about files and keys, kept until dismissed or mended. Worded by the
 * `settings` locale file under `notice.<code>`.
 */
export type Notice =
  /** A file could not be read; it lies untouched under `keptAs` and defaults are in use. */
  | {
      code: 'file-kept-aside';
      file: 'settings' | 'memory' | 'keys';
      keptAs: string;
      reason: 'unreadable' | 'newer-version' | 'wrong-type';
    }
  /** Single fields were unusable and fell back to their defaults; `paths` names them. */
  | { code: 'fields-repaired'; file: 'settings' | 'memory'; paths: string[]; keptAs: string }
  /** The managed configuration was refused as a whole. `path` is that of the first offending field. */
  | { code: 'managed-refused'; file: string; path: string; problem: string }
  /** No real keychain on this PC: the key is forgotten at quit. */
  | { code: 'key-in-memory'; account: string }
  /** A stored key cannot be decrypted here any more: it must be entered again. */
  | { code: 'key-unreadable'; account: string }
  /** The disk refused a write; what is on screen is right, but would not survive a restart. */
  | { code: 'not-saved'; file: 'settings' | 'memory' | 'keys'; problem: string };
