import { generate } from 'selfsigned';

export interface Certificates {
  /** Of the authority, in PEM. */
  ca: string;
  /** For a server on loopback, signed by it. */
  server: { key: string; cert: string };
}

/** An authority of a company that nobody has heard of, and what it signed for 127.0.0.1. */
export async function makeCertificates(
  authority: string,
  serverName = '127.0.0.1',
  expires?: Date,
): Promise<Certificates> {
  const ca = await generate(
    [
      { name: 'commonName', value: authority },
      { name: 'organizationName', value: `${authority} Inc` },
    ],
    {
      keyType: 'ec',
      algorithm: 'sha256',
      extensions: [
        { name: 'basicConstraints', cA: true, critical: true },
        { name: 'keyUsage', keyCertSign: true, cRLSign: true, critical: true },
      ],
    },
  );
  const isAddress = /^[\d.]+$/.test(serverName);
  const server = await generate([{ name: 'commonName', value: serverName }], {
    keyType: 'ec',
    algorithm: 'sha256',
    ca: { key: ca.private, cert: ca.cert },
    ...(expires ? { notBeforeDate: new Date(expires.getTime() - 86_400_000), notAfterDate: expires } : {}),
    extensions: [
      { name: 'basicConstraints', cA: false },
      { name: 'keyUsage', digitalSignature: true },
      { name: 'extKeyUsage', serverAuth: true },
      {
        name: 'subjectAltName',
        altNames: [isAddress ? { type: 7, ip: serverName } : { type: 2, value: serverName }],
      },
    ],
  });
  return { ca: ca.cert, server: { key: server.private, cert: server.cert } };
}
