import type { CertificateFault } from './certificate-file.ts';

export type FileName = 'settings' | 'memory' | 'keys' | 'notifications' | 'history';

/**
 * Something the user must hear about files and keys, kept until dismissed or mended. Worded by the
 * `problem` locale file under `notice.<code>`.
 */
export type Notice =
  /** A file could not be read; it lies untouched under `keptAs` and defaults are in use. */
  | {
      code: 'file-kept-aside';
      file: FileName;
      keptAs: string;
      reason: 'unreadable' | 'newer-version' | 'wrong-type';
    }
  /** Single fields were unusable and fell back to their defaults; `paths` names them. */
  | { code: 'fields-repaired'; file: FileName; paths: string[]; keptAs: string }
  /** The managed configuration was refused as a whole. `path` is that of the first offending field. */
  | { code: 'managed-refused'; file: string; path: string; problem: string }
  /** No keychain on this PC took the key: it is forgotten at quit. */
  | { code: 'key-in-memory'; account: string }
  /** A stored key cannot be decrypted here any more: it must be entered again. */
  | { code: 'key-unreadable'; account: string }
  /** The disk refused a write; what is on screen is right, but would not survive a restart. */
  | { code: 'not-saved'; file: FileName; problem: string }
  /** Nothing is recorded until the disk takes it again; watching goes on. */
  | { code: 'history-not-recorded'; refusal: 'locked' | 'full' | 'damaged' | 'failed' }
  /** The system shows no notification: it has refused one, or this desktop has none at all. */
  | { code: 'notifications-not-shown'; refusal: 'failed' | 'unsupported' }
  /** The file with certificates to trust is set, but cannot be used. */
  | { code: 'certificate-file'; file: string; reason: CertificateFault }
  /** A key in the environment holds characters that no key has; it is not used. */
  | { code: 'environment-key-malformed'; variable: string };

/** The same for the same trouble, so that what was dismissed stays away; at most 200 characters, as the contract takes. */
export function noticeId(notice: Notice): string {
  return Object.values(notice).flat().join(' ').slice(0, 200);
}
