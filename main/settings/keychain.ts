import type { SafeStorage } from 'electron';

/** The operating system's keychain. Every method may reject. */
export interface Keychain {
  /** Its name, to be kept beside what it encrypted; null where there is no real one. */
  backend(): Promise<string | null>;
  /** Ciphertext in base64. */
  encrypt(text: string): Promise<string>;
  decrypt(ciphertext: string): Promise<{ text: string; outdated: boolean }>;
}

/** All that Electron 33 has; later ones call it deprecated, for that reason its types are not used here. */
interface OldSafeStorage {
  isEncryptionAvailable(): boolean;
  encryptString(text: string): Buffer;
  decryptString(encrypted: Buffer): string;
}

type Newer = 'isAsyncEncryptionAvailable' | 'encryptStringAsync' | 'decryptStringAsync';
/** The backend is a matter of Linux only. */
type AnySafeStorage = OldSafeStorage & Partial<Pick<SafeStorage, Newer | 'getSelectedStorageBackend'>>;

/** Ask only after `ready`. */
export function createKeychain(storage: AnySafeStorage, platform: NodeJS.Platform): Keychain {
  return {
    async backend() {
      const name = platform === 'linux' ? storage.getSelectedStorageBackend?.() : platform;
      // [O] safeStorage: `basic_text` encrypts with a password that stands in the source, which protects nothing.
      if (name === undefined || name === 'basic_text' || name === 'unknown') return null;
      const available = storage.isAsyncEncryptionAvailable
        ? await storage.isAsyncEncryptionAvailable()
        : storage.isEncryptionAvailable();
      return available ? name : null;
    },
    async encrypt(text) {
      const bytes = storage.encryptStringAsync
        ? await storage.encryptStringAsync(text)
        : storage.encryptString(text);
      return bytes.toString('base64');
    },
    async decrypt(ciphertext) {
      const bytes = Buffer.from(ciphertext, 'base64');
      if (!storage.decryptStringAsync) return { text: storage.decryptString(bytes), outdated: false };
      const { result, shouldReEncrypt } = await storage.decryptStringAsync(bytes);
      return { text: result, outdated: shouldReEncrypt };
    },
  };
}
