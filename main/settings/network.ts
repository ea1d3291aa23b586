import { z } from 'zod';
import { hostPattern, leftOutPattern, portRange } from '../../preload/network-fields.ts';

/** - `system`: what this PC is set to, a PAC file included; - `manual`: the one below; - `direct`: none. */
export const proxyMode = z.enum(['system', 'manual', 'direct']);
export const proxyHost = z.string().trim().max(253).regex(hostPattern);
export const port = z.number().min(portRange.least).max(portRange.most).int();
export const leftOut = z.string().trim().max(253).regex(leftOutPattern);
export const noProxyList = z.array(leftOut).max(100);
export const proxyUser = z
  .string()
  .trim()
  .max(200)
  .regex(/^[^:\p{Cc}]*$/u);
export const certificatePath = z.string().trim().max(1000);

/** How hosts are reached from this PC. The proxy's password is in the keychain. */
export const networkSettings = z
  .strictObject({
    proxy: proxyMode,
    /** Of the manual proxy; empty: not known yet. */
    host: proxyHost.or(z.literal('')),
    port,
    /** Hosts that the manual proxy is not asked for. */
    noProxy: noProxyList,
    /** For whichever proxy wants to know; empty: nobody. */
    user: proxyUser,
    /** PEM; empty: none. */
    certificateFile: certificatePath,
  })
  .superRefine(({ proxy, host }, context) => {
    if (proxy === 'manual' && host === '') context.addIssue({ code: 'custom', path: ['proxy'] });
  });

export type NetworkSettings = z.infer<typeof networkSettings>;

export const usualNetwork: NetworkSettings = {
  proxy: 'system',
  host: '',
  port: 8080,
  noProxy: [],
  user: '',
  certificateFile: '',
};

/** As an administrator writes it. That a manual proxy has its host is checked by `managed-content.ts`. */
export const managedNetwork = z.strictObject({
  proxy: proxyMode
    .optional()
    .describe('The proxy of the system (a PAC file included), the one that is set here, or none.'),
  proxyHost: proxyHost
    .optional()
    .describe('Name or address of the proxy, without http:// and port. For proxy: manual.'),
  proxyPort: port.optional().describe('Port of the proxy: 8080 unless set. For proxy: manual.'),
  noProxy: noProxyList
    .optional()
    .describe('Hosts that are reached without the proxy, for example *.adyen.com. For proxy: manual.'),
  proxyUser: proxyUser
    .optional()
    .describe(
      'User name for a proxy that asks. Its password comes from TILLWATCH_PROXY_PASSWORD or the user.',
    ),
  certificateFile: certificatePath
    .optional()
    .describe('Path of a PEM file with certificates to trust, for a network that inspects traffic.'),
});

export type ManagedNetwork = z.infer<typeof managedNetwork>;

/** What the organisation has set counts; the proxy with its host and port is one matter. */
export function networkInUse(
  own: NetworkSettings,
  set: ManagedNetwork | null,
): { network: NetworkSettings; locked: (keyof NetworkSettings)[] } {
  if (set === null) return { network: own, locked: [] };
  const place =
    set.proxy === undefined
      ? {}
      : { proxy: set.proxy, host: set.proxyHost ?? '', port: set.proxyPort ?? usualNetwork.port };
  const fixed: Partial<NetworkSettings> = {
    ...place,
    ...(set.noProxy === undefined ? {} : { noProxy: set.noProxy }),
    ...(set.proxyUser === undefined ? {} : { user: set.proxyUser }),
    ...(set.certificateFile === undefined ? {} : { certificateFile: set.certificateFile }),
  };
  const fields = ['proxy', 'host', 'port', 'noProxy', 'user', 'certificateFile'] as const;
  return { network: { ...own, ...fixed }, locked: fields.filter((field) => field in fixed) };
}
