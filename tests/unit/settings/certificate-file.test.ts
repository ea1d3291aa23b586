import { symlinkSync, chmodSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { readCertificateFile, readTrusted } from '../../../main/settings/certificate-file.ts';
import { makeCertificates } from '../../support/certificates.ts';
import { makeDirectory } from './make.ts';

const now = Date.now();
let firewall: string;
let expired: string;

beforeAll(async () => {
  firewall = (await makeCertificates('ACME Firewall CA')).ca;
  expired = (await makeCertificates('Old CA', '127.0.0.1', new Date(now - 1000))).server.cert;
});

const read = (content: string | Error, path = '/etc/ssl/acme.pem') =>
  readCertificateFile(path, {
    now: () => now,
    readFile() {
      if (content instanceof Error) throw content;
      return content;
    },
  });

const refused = (reason: string, file = '/etc/ssl/acme.pem') => ({ state: 'refused', file, reason });
const failing = (code: string) => Object.assign(new Error(code), { code });

describe('a file of certificates', () => {
  it('is named by whom they are of', () => {
    expect(read(`# our own\n${firewall}`)).toMatchObject({ state: 'ok', names: ['ACME Firewall CA'] });
  });

  it('with one that has expired counts for the others', () => {
    expect(read(`${expired}\n${firewall}`)).toMatchObject({ state: 'ok', names: ['ACME Firewall CA'] });
  });

  it('is none where none is set', () => {
    expect(read('', '')).toEqual({ state: 'none' });
  });

  it.each([
    ['missing', failing('ENOENT')],
    ['missing', failing('ENOTDIR')],
    ['unreadable', failing('EACCES')],
    ['not-pem', ''],
    ['not-pem', '0\u0082\u0003binary'],
    ['not-pem', '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----'],
    ['not-pem', '-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----'],
  ])('is refused as %s', (reason, content) => {
    expect(read(content)).toEqual(refused(reason));
  });

  it('is refused as expired where nothing else is in it', () => {
    expect(read(expired)).toEqual(refused('expired'));
  });

  it('has a whole path: where a part of one leads depends on who starts the app', () => {
    expect(read(firewall, 'acme.pem')).toEqual(refused('missing', 'acme.pem'));
  });
});

describe('a real file', () => {
  const readReal = (path: string) =>
    readCertificateFile(path, { now: () => now, readFile: (file) => readTrusted(file, 'linux') });

  it('may lie behind a link, as those of the system do', () => {
    const directory = makeDirectory({ 'acme.pem': firewall });
    const link = join(directory.path, 'link.pem');
    symlinkSync('acme.pem', link);
    expect(readReal(link)).toMatchObject({ state: 'ok' });
  });

  it('that everybody may write is not trusted', () => {
    const directory = makeDirectory({ 'acme.pem': firewall });
    const file = join(directory.path, 'acme.pem');
    chmodSync(file, 0o666);
    expect(readReal(file)).toEqual(refused('unsafe', file));
  });

  it('is not a folder', () => {
    const { path } = makeDirectory();
    expect(readReal(path)).toEqual(refused('not-pem', path));
  });
});
