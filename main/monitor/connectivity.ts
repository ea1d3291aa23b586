import type { Failure } from './failure.ts';

/**
 * Whether a failure is this PC's own: the system is sure that it has no network, and the request failed
 * before anybody answered. The hint alone decides nothing, it is wrong too often; and a host on this PC is
 * reached without any network.
 */
export function asSeenFromHere(failure: Failure, online: boolean): Failure {
  if (online || !isUnanswered(failure) || isThisPc(failure.host)) return failure;
  return { kind: 'offline' };
}

/** Nobody answered. Which of these it is can change with every request while the trouble is one and the same. */
export function isUnanswered(
  failure: Failure,
): failure is Extract<Failure, { kind: 'dns' | 'tcp' | 'timeout' }> {
  return failure.kind === 'dns' || failure.kind === 'tcp' || failure.kind === 'timeout';
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

function isThisPc(host: string): boolean {
  return host === 'localhost' || host === '::1' || host === '[::1]' || host.startsWith('127.');
}
