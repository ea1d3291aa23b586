import { z } from 'zod';
import type { CertificateFault } from '../main/settings/certificate-file.ts';
import type { NetworkSettings } from '../main/settings/network.ts';
import type { NetworkCheckReport } from '../main/terminal-api/network-check.ts';
import type { KeyState } from './settings-view.ts';

export type { HostCheck, NetworkCheckReport, Step } from '../main/terminal-api/network-check.ts';

/** What the window may ask of the way to Adyen. Main checks hosts and files, and answers with the field that is wrong. */

const line = z.string().max(1000);

export const networkRequests = {
  /** What is left out stays as it is; what the organisation has set cannot be changed. */
  'settings.setNetwork': z
    .strictObject({
      proxy: z.enum(['system', 'manual', 'direct']),
      host: line,
      port: z.number(),
      noProxy: z.array(line).max(100),
      user: line,
      certificateFile: line,
    })
    .partial()
    .refine((change) => Object.keys(change).length > 0),
  'network.setPassword': z.strictObject({ password: z.string().min(1).max(1000) }),
  'network.removePassword': z.void(),
  /** Opens the system's dialog, and trusts what is chosen there. */
  'network.chooseCertificates': z.void(),
  'network.check': z.void(),
  /** The last report, to the clipboard, as text. */
  'network.copyCheck': z.void(),
} as const;

export interface NetworkResponses {
  'settings.setNetwork': null;
  'network.setPassword': { kept: KeyState };
  'network.removePassword': null;
  /** False where none was chosen. */
  'network.chooseCertificates': { chosen: boolean };
  /** Settles when all hosts have been tried. */
  'network.check': NetworkCheckReport;
  'network.copyCheck': null;
}

export interface NetworkView {
  /** As they are in use. */
  settings: NetworkSettings;
  /** Set by the managed configuration. */
  locked: (keyof NetworkSettings)[];
  password: KeyState;
  certificates:
    | { state: 'none' }
    /** Whose they are. */
    | { state: 'ok'; names: string[] }
    | { state: 'refused'; reason: CertificateFault };
  /** Whether those that the system trusts count too. */
  systemStore: boolean;
}
