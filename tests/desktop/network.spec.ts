import { writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { makeCertificates } from '../support/certificates.ts';
import { managedEnvironment, openCornerShop } from '../support/corner-shop.ts';
import { expect, test as desktopTest } from '../support/desktop-test.ts';
import { filesThatHold } from '../support/files.ts';
import { startKeychain } from '../support/keychain.ts';
import { openSettings } from '../support/open-settings.ts';
import type { Profile } from '../support/profile.ts';
import { startProxy, vendorCertificates, type ProxyOptions, type TestProxy } from '../support/proxies.ts';
import { tillwatch } from '../support/run-command.ts';
import { savedMark } from '../support/saved-mark.ts';

const login = { user: 'till', password: 'Sesam öffne dich 7391' };

/** Where the vendor is under its own names, which only a proxy leads to. */
interface Outside {
  /** Of the vendor's authority. */
  certificateFile: string;
  proxy: (options?: Partial<ProxyOptions>) => Promise<TestProxy>;
  /** Address of a PAC file on loopback that leads to the vendor through the proxy. */
  pac: (proxy: TestProxy) => Promise<string>;
  /** The administrator's file for it. */
  env: (network: object) => Promise<Record<string, string>>;
}

/** A network whose proxy wants a password, and a keychain that can hold it. */
interface Guarded {
  proxy: TestProxy;
  /** How the administrator sets it. */
  network: object;
}

const test = desktopTest.extend<{ outside: Outside; guarded: Guarded }>({
  outside: async ({ profile }, provide) => {
    const certificates = await vendorCertificates('Vendor Root');
    const far = await openCornerShop(certificates.server);
    const certificateFile = await pemFile(profile, 'vendor.pem', certificates.ca);
    const opened: { close: () => unknown }[] = [];
    await provide({
      certificateFile,
      async proxy(options = {}) {
        const proxy = await startProxy({ to: Number(new URL(far.vendor.url).port), ...options });
        opened.push(proxy);
        return proxy;
      },
      async pac(proxy) {
        const pac = await servePac(proxy);
        opened.push(pac);
        return pac.url;
      },
      env: (network) => managedEnvironment(far, profile, { endpoint: null, network }),
    });
    for (const one of opened) await one.close();
    await far.vendor.close();
  },
  guarded: async ({ bus, profile, outside }, provide) => {
    const keychain = await startKeychain(profile, bus.address);
    const proxy = await outside.proxy({ password: login });
    await provide({ proxy, network: { ...manual(proxy), certificateFile: outside.certificateFile } });
    await keychain.stop();
  },
});

async function pemFile(profile: Profile, name: string, pem: string): Promise<string> {
  const file = join(profile.folder, name);
  await writeFile(file, pem);
  return file;
}

const manual = ({ port }: TestProxy) => ({ proxy: 'manual', proxyHost: '127.0.0.1', proxyPort: port });

async function enter(page: Page, label: string, text: string): Promise<void> {
  await page.getByLabel(label, { exact: true }).fill(text);
  await page.getByLabel(label, { exact: true }).press('Enter');
}

async function servePac({ port }: TestProxy): Promise<{ url: string; close: () => void }> {
  const script = `function FindProxyForURL(url, host) {
    return dnsDomainIs(host, '.adyen.com') ? 'PROXY 127.0.0.1:${port}' : 'DIRECT';
  }`;
  const server = createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'application/x-ns-proxy-autoconfig' }).end(script);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const at = address !== null && typeof address === 'object' ? address.port : 0;
  return { url: `http://127.0.0.1:${at}/proxy.pac`, close: () => void server.close() };
}

test('the proxy that the PAC file of the system names leads to Adyen', async ({ launch, tray, outside }) => {
  const proxy = await outside.proxy();
  const pac = await outside.pac(proxy);
  const env = await outside.env({ certificateFile: outside.certificateFile });
  await launch({ args: ['--hidden', `--proxy-pac-url=${pac}`], env });
  await (await tray()).shows('connected');
  expect(proxy.asked).toContain('terminal-api-test.adyen.com:443');
});

test('a proxy that wants a password is told it from the keychain, and no file has it', async ({
  launch,
  profile,
  tray,
  outside,
  guarded: { proxy, network },
}) => {
  const env = await outside.env(network);
  const app = await launch({ env });
  const page = await app.page();
  const heading = page.getByRole('heading', { level: 1 });
  await expect(heading).toHaveText(/The network's proxy wants a password/);

  await openSettings(page, 'Network');
  await enter(page, 'User name', login.user);
  await enter(page, 'Password', 'wrong');
  await page.getByRole('button', { name: 'Check the network' }).click();
  await expect(page.getByText("The network's proxy does not accept the password").last()).toBeVisible();

  await page.getByRole('button', { name: 'Replace' }).click();
  await enter(page, 'Password', login.password);
  await expect(page.getByText("There is one in this PC's keychain.")).toBeVisible();
  await expect(savedMark(page)).toBeVisible();
  await (await tray()).shows('connected');
  expect(proxy.passwords).toContain(login.password);
  await app.quit();
  expect(await filesThatHold(profile.folder, login.password)).toEqual([]);

  await launch({ args: ['--hidden'], env });
  await (await tray()).shows('connected');
});

test('a network that inspects is named, and let in once its certificate is given', async ({
  launch,
  profile,
  shop,
  tray,
  outside,
}) => {
  const firewall = await vendorCertificates('ACME Firewall CA');
  const to = Number(new URL(shop.vendor.url).port);
  const proxy = await outside.proxy({ inspect: firewall.server, to });
  const old = await makeCertificates('Old CA', '127.0.0.1', new Date(Date.now() - 1000));
  const expired = await pemFile(profile, 'expired.pem', old.server.cert);
  const good = await pemFile(profile, 'acme.pem', firewall.ca);

  const env = await managedEnvironment(shop, profile, { endpoint: null, network: manual(proxy) });
  const app = await launch({ env });
  const page = await app.page();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/“ACME Firewall CA.*” inspects/);

  await openSettings(page, 'Network');
  await page.getByRole('button', { name: 'Check the network' }).click();
  const steps = page.getByRole('list', { name: /^(device|terminal)-api-test\.adyen\.com, port 443/ });
  await expect(steps.getByRole('listitem').filter({ hasText: 'Encryption' })).toContainText(
    'ACME Firewall CA',
  );
  await page.getByRole('button', { name: 'Copy as text' }).click();
  await expect(page.getByText('The report was copied.', { exact: true })).toBeVisible();

  await enter(page, 'Certificate file', expired);
  await expect(page.getByText('The certificate has expired.')).toBeVisible();
  await enter(page, 'Certificate file', good);
  await expect(page.getByText('Trusted besides: ACME Firewall CA')).toBeVisible();
  await expect(savedMark(page)).toBeVisible();
  await expect(page.getByLabel('Certificate file', { exact: true })).toBeFocused();
  await (await tray()).shows('connected');
});

test('a password that is set from outside counts at once where Tillwatch runs, and for the command line', async ({
  bus,
  launch,
  profile,
  tray,
  outside,
  guarded: { network },
}) => {
  const env = await outside.env({ ...network, proxyUser: login.user });
  await launch({ args: ['--hidden'], env });
  await (await tray()).shows('attention');
  const answer = await tillwatch(profile, ['set-proxy-password'], {
    bus: bus.address,
    input: `${login.password}\n`,
    env,
  });
  expect(answer.code).toBe(0);
  expect(answer.said).toContain('The password of the proxy is stored');
  await (await tray()).shows('connected');
  expect(await tillwatch(profile, ['check'], { bus: bus.address, env })).toMatchObject({ code: 0 });
  expect(await filesThatHold(profile.folder, login.password)).toEqual([]);
});

test('the command line goes the same way', async ({ profile, outside }) => {
  const proxy = await outside.proxy({ password: login });
  const pac = await outside.pac(proxy);
  const { certificateFile } = outside;
  const check = async (network: object, more: Record<string, string>, switches: string[] = []) => {
    const env = await outside.env({ certificateFile, proxyUser: login.user, ...network });
    // Switches of Chromium's stand in front of a command.
    return tillwatch(profile, [...switches, 'check', '--json'], { env: { ...env, ...more } });
  };
  const given = { TILLWATCH_PROXY_PASSWORD: login.password };
  expect(await check(manual(proxy), given)).toMatchObject({ code: 0 });
  expect(await check({}, given, [`--proxy-pac-url=${pac}`])).toMatchObject({ code: 0 });

  const refused = await check(manual(proxy), { TILLWATCH_PROXY_PASSWORD: 'wrong' });
  expect(refused.code).toBe(1);
  expect(refused.said).toContain("The network's proxy does not accept the password");
  const lost = await check({ ...manual(proxy), certificateFile: '/nowhere.pem' }, given);
  expect(lost.said).toContain('The certificate file cannot be used');
});
