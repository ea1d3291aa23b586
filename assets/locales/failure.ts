import type { Failure, VendorError } from '../../main/monitor/failure.ts';
import { duration } from './duration.ts';
import type { Words } from './index.ts';

export interface FailureWords {
  /** One plain sentence for the shop. */
  store: string;
  /** One sentence with the technical facts. */
  support: string;
  /** What to do first. */
  remedy: string;
}

/** Whether what is to be mended stands right there, in a form, or has to be gone to. */
export type MendedAt = 'settings' | 'form';

/** How a failure is told, in tray, window and command line alike. */
export function failureWords(failure: Failure, words: Words, at: MendedAt = 'settings'): FailureWords {
  const sentences = (entry: Entry, values: Record<string, string | number>) =>
    sentencesOf(entry, { ...values, context: at }, words);
  switch (failure.kind) {
    case 'offline':
    case 'key-missing':
      return sentences(failure.kind, {});
    case 'dns':
    case 'tcp':
      return sentences(failure.kind, { host: failure.host, code: failure.code });
    case 'tls': {
      const { reason, host, code } = failure;
      const issuer = failure.issuer ?? words('failure:unknownIssuer');
      return sentences(`tls.${reason}`, { host, code, issuer });
    }
    case 'proxy': {
      const { reason, host, code } = failure;
      const proxy = failure.proxy ?? words('failure:unknownProxy');
      return sentences(`proxy.${reason}`, { host, code, proxy });
    }
    case 'timeout': {
      const { host, seconds } = failure;
      return sentences('timeout', { host, seconds, stage: words(`failure:stage.${failure.stage}`) });
    }
    case 'unauthorized':
    case 'invalid-request':
      return sentences(failure.kind, { facts: facts(failure.vendor, null, words) });
    case 'forbidden':
      return sentences(`forbidden.${failure.reason}`, { facts: facts(failure.vendor, null, words) });
    case 'rate-limited':
    case 'server-error': {
      const { vendor, retryAfterMs } = failure;
      return sentences(failure.kind, {
        facts: facts(vendor, retryAfterMs, words),
        when: whenAgain(failure, words),
      });
    }
    case 'unreadable':
      return sentences(`unreadable.${failure.reason}`, {});
  }
}

/** When to try again, as the end of a sentence. */
export function whenAgain(
  { retryAfterMs }: Pick<Extract<Failure, { kind: 'rate-limited' }>, 'retryAfterMs'>,
  words: Words,
): string {
  if (retryAfterMs === null) return words('failure:when.later');
  const seconds = Math.ceil(retryAfterMs / 1000);
  const wait =
    seconds < 120
      ? words('duration:seconds', { seconds })
      : duration(Math.ceil(seconds / 60) * 60_000, words);
  return words('failure:when.after', { wait });
}

type Entry =
  | Exclude<Failure['kind'], 'tls' | 'proxy' | 'forbidden' | 'unreadable'>
  | `tls.${Extract<Failure, { kind: 'tls' }>['reason']}`
  | `proxy.${Extract<Failure, { kind: 'proxy' }>['reason']}`
  | `forbidden.${Extract<Failure, { kind: 'forbidden' }>['reason']}`
  | `unreadable.${Extract<Failure, { kind: 'unreadable' }>['reason']}`;

function sentencesOf(entry: Entry, values: Record<string, string | number>, words: Words): FailureWords {
  return {
    store: words(`failure:${entry}.store`, values),
    support: words(`failure:${entry}.support`, values),
    remedy: words(`failure:${entry}.remedy`, values),
  };
}

/** What the vendor said, as far as it said anything. */
function facts(vendor: VendorError, retryAfterMs: number | null, words: Words): string {
  const said = [words('failure:facts.status', { status: vendor.status })];
  if (vendor.code !== '') said.push(words('failure:facts.code', { vendorCode: vendor.code }));
  if (vendor.message !== '') said.push(words('failure:facts.message', { vendorMessage: vendor.message }));
  if (vendor.reference !== '') said.push(words('failure:facts.reference', { reference: vendor.reference }));
  if (retryAfterMs !== null)
    said.push(words('failure:facts.retryAfter', { seconds: Math.ceil(retryAfterMs / 1000) }));
  return said.join(', ');
}
