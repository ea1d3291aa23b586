import { expect, it, vi } from 'vitest';
import { createNetworking } from '../../main/networking.ts';
import type { Managed } from '../../main/settings/managed.ts';
import { usualNetwork } from '../../main/settings/network.ts';
import { createSystemCertificates } from '../../main/platform/certificates.ts';
import { createVirtualClock } from '../support/virtual-clock.ts';
import { makeManaged, makeProxyPassword, makeSettings } from './settings/make.ts';

function makeNetworking() {
  const state = {
    settings: makeSettings(),
    managed: { state: 'none' } as Managed,
    password: null as string | null,
  };
  const networking = createNetworking({
    settings: { current: () => state.settings },
    managed: { current: () => state.managed },
    secrets: { proxyPassword: makeProxyPassword({ get: () => state.password }) },
    clock: createVirtualClock(),
    readFile: () => '',
    resolveProxy: async () => 'PROXY of-the-system:1',
  });
  return { state, networking };
}

const vendor = new URL('https://terminal-api-test.adyen.com');

it('the way to Adyen follows the settings, and the organisation before them', async () => {
  const { state, networking } = makeNetworking();
  const origins = async () =>
    (await networking.transport.hopsTo(vendor)).map((hop) => (hop.via === 'proxy' ? hop.origin : hop.via));
  expect(await origins()).toEqual(['http://of-the-system:1']);
  const network = { ...usualNetwork, proxy: 'manual', host: 'mine', port: 2 } as const;
  state.settings = { ...state.settings, network };
  expect(await origins()).toEqual(['http://mine:2']);
  state.managed = makeManaged({ network: { proxy: 'direct' } });
  expect(await origins()).toEqual(['direct']);
  state.managed = makeManaged({ network: { proxyUser: 'till' } });
  expect(await origins()).toEqual(['http://mine:2']);
});

it('the certificates of the system are read once, where the runtime can', () => {
  const getCACertificates = vi.fn<() => string[]>(() => ['pem']);
  const read = createSystemCertificates({ rootCertificates: [], getCACertificates });
  expect([read(), read()]).toEqual([['pem'], ['pem']]);
  expect(getCACertificates.mock.calls).toEqual([['system']]);
});

it.each([
  ['cannot', undefined],
  [
    'fails',
    () => {
      throw new Error('locked');
    },
  ],
])('the bundled certificates are left where the runtime %s', (_, getCACertificates) => {
  const newer = getCACertificates ? { getCACertificates } : {};
  expect(createSystemCertificates({ rootCertificates: [], ...newer })()).toBeNull();
});
