import { describe, expect, it } from 'vitest';
import type { CertificateFile } from '../../../main/settings/certificate-file.ts';
import { setNetwork } from '../../../main/settings/edit-network.ts';
import type { ManagedNetwork } from '../../../main/settings/network.ts';
import type { Request } from '../../../preload/contract.ts';
import { makeManaged, makeSettings } from './make.ts';

const settings = makeSettings();
const good: CertificateFile = { state: 'ok', certificates: [], names: [] };

function edit(
  change: Request<'settings.setNetwork'>,
  {
    network = null,
    read = () => good,
  }: { network?: ManagedNetwork | null; read?: () => CertificateFile } = {},
) {
  return setNetwork(settings, makeManaged({ network }), change, read);
}

describe('the network settings', () => {
  it.each<[string, Request<'settings.setNetwork'>, object]>([
    ['another mode', { proxy: 'direct' }, { proxy: 'direct' }],
    [
      'a proxy',
      { proxy: 'manual', host: ' proxy ', port: 3128 },
      { proxy: 'manual', host: 'proxy', port: 3128 },
    ],
    ['hosts without it', { noProxy: ['*.acme.example', ' x '] }, { noProxy: ['*.acme.example', 'x'] }],
    ['a user name', { user: ' till ' }, { user: 'till' }],
    ['a file', { certificateFile: ' /x.pem ' }, { certificateFile: '/x.pem' }],
    ['no file any more', { certificateFile: '' }, { certificateFile: '' }],
  ])('take %s, and keep the rest', (_, change, expected) => {
    expect(edit(change)).toEqual({
      ok: true,
      value: null,
      settings: { ...settings, network: { ...settings.network, ...expected } },
    });
  });

  it.each<[string, Request<'settings.setNetwork'>, object]>([
    ['a manual proxy without a host', { proxy: 'manual' }, { code: 'required', field: 'host' }],
    ['a host with its scheme', { host: 'http://proxy' }, { code: 'not-a-host', field: 'host' }],
    ['a host that is none', { noProxy: ['ok', 'not ok'] }, { code: 'not-a-host', field: 'noProxy' }],
    [
      'a port that is none',
      { port: 65_536 },
      { code: 'out-of-range', field: 'port', params: { least: 1, most: 65_535 } },
    ],
    ['a user name that would end early', { user: 'a:b' }, { code: 'invalid', field: 'user' }],
  ])('refuse %s', (_, change, error) => {
    expect(edit(change)).toMatchObject({ ok: false, error });
  });

  it('refuse a file that cannot be used, and say why', () => {
    const read = (): CertificateFile => ({ state: 'refused', file: '/x.pem', reason: 'expired' });
    expect(edit({ certificateFile: '/x.pem' }, { read })).toEqual({
      ok: false,
      error: { code: 'certificate-file', field: 'certificateFile', params: { reason: 'expired' } },
    });
    expect(edit({ user: 'till' }, { read }), 'what is set already').toMatchObject({ ok: true });
  });

  it.each<[Request<'settings.setNetwork'>, ManagedNetwork, boolean]>([
    [{ port: 1 }, { proxy: 'system' }, false],
    [{ user: 'x' }, { proxy: 'system' }, true],
    [{ user: 'x' }, { proxyUser: 'till' }, false],
    [{ certificateFile: '' }, { certificateFile: '/x.pem' }, false],
  ])('of the organisation cannot be changed: %j beside %j', (change, network, ok) => {
    expect(edit(change, { network })).toMatchObject(ok ? { ok } : { ok, error: { code: 'managed' } });
  });
});
