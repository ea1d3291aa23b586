import { X509Certificate } from 'node:crypto';
import { realpathSync } from 'node:fs';
import { isAbsolute } from 'node:path';
import { readGuarded, UnsafeFile } from './guarded-file.ts';
import { problemOf } from './json.ts';

/** A file with certificates to trust. */
export type CertificateFile =
  | { state: 'none' }
  | {
      state: 'ok';
      /** Each in PEM. */
      certificates: string[];
      /** Whose they are, as they say it. */
      names: string[];
    }
  | { state: 'refused'; file: string; reason: CertificateFault };

/** `unsafe`: everybody on this PC could have written it. */
export type CertificateFault = 'missing' | 'unreadable' | 'unsafe' | 'not-pem' | 'expired';

export interface CertificateDeps {
  /** Throws as `readTrusted` does. */
  readFile: (path: string) => string;
  /** Epoch ms. */
  now: () => number;
}

const block =
  /-----BEGIN (?:TRUSTED |X509 )?CERTIFICATE-----[\s\S]+?-----END (?:TRUSTED |X509 )?CERTIFICATE-----/g;

/** One that has expired is left out; a file of nothing else is refused. @param path empty: none */
export function readCertificateFile(path: string, { readFile, now }: CertificateDeps): CertificateFile {
  if (path === '') return { state: 'none' };
  const refuse = (reason: CertificateFault): CertificateFile => ({ state: 'refused', file: path, reason });
  // Where a relative one leads depends on how the app was started.
  if (!isAbsolute(path)) return refuse('missing');
  let text: string;
  try {
    text = readFile(path);
  } catch (error) {
    if (error instanceof UnsafeFile) return refuse(error.why === 'no-file' ? 'not-pem' : 'unsafe');
    const problem = problemOf(error);
    return refuse(problem === 'ENOENT' || problem === 'ENOTDIR' ? 'missing' : 'unreadable');
  }
  const found = (text.match(block) ?? []).map(readCertificate);
  const read = found.filter((certificate) => certificate !== null);
  if (read.length === 0 || read.length < found.length) return refuse('not-pem');
  const valid = read.filter(({ validTo }) => Date.parse(validTo) > now());
  if (valid.length === 0) return refuse('expired');
  return { state: 'ok', certificates: valid.map(String), names: valid.map(nameOf) };
}

/**
 * Whom a file lets in decides who may read along, so it has to be safe as the managed configuration has; but
 * certificates often lie behind a link.
 */
export function readTrusted(path: string, platform: NodeJS.Platform): string {
  return readGuarded(realpathSync(path), platform);
}

function readCertificate(pem: string): X509Certificate | null {
  try {
    return new X509Certificate(pem);
  } catch {
    return null;
  }
}

/** A line for each part, as `CN=ACME Firewall CA`. */
function nameOf({ subject }: X509Certificate): string {
  const parts = new Map(subject.split('\n').map((line) => split(line)));
  return (parts.get('CN') ?? parts.get('O') ?? subject).replaceAll(/[\s\p{Cc}\p{Cf}]+/gu, ' ').slice(0, 100);
}

function split(line: string): [string, string] {
  const equals = line.indexOf('=');
  return [line.slice(0, equals), line.slice(equals + 1)];
}
