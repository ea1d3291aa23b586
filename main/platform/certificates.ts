/** The part of `node:tls` that newer runtimes have (Node 22.15 and 23.10, so Electron from 36 on). */
export interface NewerTls {
  rootCertificates: readonly string[];
  getCACertificates?: (type: 'system') => string[];
}

/** Those that the system trusts, in PEM; null where the runtime cannot tell. They are read at the first call, once. */
export function createSystemCertificates({ getCACertificates }: NewerTls): () => string[] | null {
  let known: string[] | null | undefined;
  return () => {
    if (known === undefined) known = read(getCACertificates);
    return known;
  };
}

function read(getCACertificates: NewerTls['getCACertificates']): string[] | null {
  try {
    return getCACertificates?.('system') ?? null;
  } catch {
    // A store that is locked or broken takes nothing away from the bundled ones.
    return null;
  }
}
