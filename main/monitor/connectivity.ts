import type { Failure } from './failure.ts';
import { isLoopback } from './loopback.ts';

/**
 * Whether a failure is this PC's own: the system is sure that it has no network, and the request failed
 * before anybody answered. The hint alone decides nothing, it is wrong too often; and a host on this PC is
 * reached without any network.
 */
export function asSeenFromHere(failure: Failure, online: boolean): Failure {
  const silent = online ? null : whoIsSilent(failure);
  return silent === null || isLoopback(silent) ? failure : { kind: 'offline' };
}

/** Nobody answered. Which of these it is can change with every request while the trouble is one and the same. */
export function isUnanswered(
  failure: Failure,
): failure is Extract<Failure, { kind: 'dns' | 'tcp' | 'timeout' }> {
  return failure.kind === 'dns' || failure.kind === 'tcp' || failure.kind === 'timeout';
}

/** The host that was to answer first; null where somebody did answer. */
function whoIsSilent(failure: Failure): string | null {
  if (isUnanswered(failure)) return failure.host;
  return failure.kind === 'proxy' && failure.reason === 'unreachable' ? hostOf(failure.proxy) : null;
}

/** Failures that a network which is only just coming up explains as well as anything else. */
export function isOfTheNetwork(failure: Failure): boolean {
  switch (failure.kind) {
    case 'offline':
    case 'dns':
    case 'tcp':
    case 'tls':
    case 'proxy':
    case 'timeout':
      return true;
    default:
      return false;
  }
}

/** Of `host:port`, where the host may be an IPv6 address in brackets. */
function hostOf(proxy: string | null): string {
  return proxy?.replace(/:\d+$/, '') ?? '';
}
