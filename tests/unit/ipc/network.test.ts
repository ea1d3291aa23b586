import { expect, it } from 'vitest';
import { createSpeech } from '../../../assets/locales/index.ts';
import { networkHandlers } from '../../../main/ipc/network.ts';
import type { CertificateFile } from '../../../main/settings/certificate-file.ts';
import type { Settings } from '../../../main/settings/schema.ts';
import { makeProxyPassword, makeSettings } from '../settings/make.ts';

function makeHandlers({ chosen = null, file }: { chosen?: string | null; file?: CertificateFile } = {}) {
  const seen: { saved: Settings[]; done: string[]; copied: string[] } = { saved: [], done: [], copied: [] };
  const handlers = networkHandlers({
    settings: { current: makeSettings },
    managed: { current: () => ({ state: 'none' }) },
    secrets: {
      proxyPassword: makeProxyPassword({
        async set(password) {
          seen.done.push(`set ${password}`);
          return 'keychain';
        },
        remove() {
          seen.done.push('removed');
          return { ok: true };
        },
      }),
    },
    desk: {
      apply(edit) {
        if (!edit.ok) return edit;
        seen.saved.push(edit.settings);
        return { ok: true, value: edit.value };
      },
    },
    network: { readCertificates: () => file ?? { state: 'ok', certificates: [], names: [] } },
    checkNetwork: async () => ({ at: 0, hosts: [], allow: [] }),
    networkChanged: () => void seen.done.push('checked anew'),
    chooseFile: async () => chosen,
    copyText: async (text) => void seen.copied.push(text),
    words: createSpeech().words,
    language: { locale: () => 'en-GB' },
  });
  return { handlers, seen };
}

it('a password counts at once, and so does its end', async () => {
  const { handlers, seen } = makeHandlers();
  expect(await handlers['network.setPassword']({ password: 'sesame' })).toEqual({
    ok: true,
    value: { kept: 'keychain' },
  });
  expect(await handlers['network.removePassword'](undefined)).toEqual({ ok: true, value: null });
  expect(seen.done).toEqual(['set sesame', 'checked anew', 'removed', 'checked anew']);
});

it('a file that was chosen is trusted, where it can be', async () => {
  const good = makeHandlers({ chosen: '/x.pem' });
  expect(await good.handlers['network.chooseCertificates'](undefined)).toEqual({
    ok: true,
    value: { chosen: true },
  });
  expect(good.seen.saved.map(({ network }) => network.certificateFile)).toEqual(['/x.pem']);

  const bad = makeHandlers({
    chosen: '/x.pem',
    file: { state: 'refused', file: '/x.pem', reason: 'not-pem' },
  });
  expect(await bad.handlers['network.chooseCertificates'](undefined)).toMatchObject({
    ok: false,
    error: { code: 'certificate-file', params: { reason: 'not-pem' } },
  });
  expect(bad.seen.saved).toEqual([]);
});

it('where no file was chosen nothing changes', async () => {
  const { handlers, seen } = makeHandlers();
  expect(await handlers['network.chooseCertificates'](undefined)).toEqual({
    ok: true,
    value: { chosen: false },
  });
  expect(seen.saved).toEqual([]);
});

it('the last report is what is copied; before one there is none', async () => {
  const { handlers, seen } = makeHandlers();
  expect(await handlers['network.copyCheck'](undefined)).toMatchObject({ ok: false });
  await handlers['network.check'](undefined);
  expect(await handlers['network.copyCheck'](undefined)).toEqual({ ok: true, value: null });
  expect(seen.copied).toEqual([expect.stringContaining('Network check on 1 January 1970')]);
});
