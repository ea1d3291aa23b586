import { isUndefined, omitBy } from 'es-toolkit';
import type { Request } from '../../preload/contract.ts';
import { portRange } from '../../preload/network-fields.ts';
import type { CertificateFile } from './certificate-file.ts';
import { done, wrong, type Edit } from './edit.ts';
import { setBy, type Managed } from './managed.ts';
import { networkInUse, networkSettings } from './network.ts';
import { pathText } from './path-text.ts';
import type { Settings } from './schema.ts';

/**
 * What the request leaves out stays as it is.
 * @param read a file of certificates, which has to be good before it is saved
 */
export function setNetwork(
  settings: Settings,
  managed: Managed,
  change: Request<'settings.setNetwork'>,
  read: (path: string) => CertificateFile,
): Edit<null> {
  const { locked } = networkInUse(settings.network, setBy(managed)?.network ?? null);
  if (locked.some((field) => change[field] !== undefined)) return wrong('managed');
  const next = networkSettings.safeParse({ ...settings.network, ...omitBy(change, isUndefined) });
  if (!next.success) {
    return wrongField(next.error.issues[0]?.path ?? []);
  }
  const file = change.certificateFile === undefined ? null : read(next.data.certificateFile);
  if (file?.state === 'refused') return wrong('certificate-file', 'certificateFile', { reason: file.reason });
  return done({ ...settings, network: next.data }, null);
}

function wrongField(path: readonly PropertyKey[]): ReturnType<typeof wrong> {
  switch (path[0]) {
    case 'proxy':
      // A manual one without a host.
      return wrong('required', 'host');
    case 'port':
      return wrong('out-of-range', 'port', { least: portRange.least, most: portRange.most });
    case 'host':
    case 'noProxy':
      return wrong('not-a-host', String(path[0]));
    default:
      return wrong('invalid', pathText(path));
  }
}
