import { z } from 'zod';
import type { Failure, VendorError } from '../monitor/failure.ts';

/** An answer as it came over the wire. Header names are in lower case. */
export interface RawResponse {
  /** Who was asked. */
  host: string;
  status: number;
  headers: Readonly<Record<string, string | string[] | undefined>>;
  body: string;
}

export type Stage = Extract<Failure, { kind: 'timeout' }>['stage'];

const field = z.union([z.string(), z.number().transform(String)]).catch('');

/**
 * Both shapes of the vendor's errors in one, as [O] node src/typings/apiError.ts: the classic ServiceError
 * (`message`, `errorType`, `pspReference`) and RFC 7807 (`title`, `detail`, `requestId`).
 */
const errorBody = z.object({
  errorCode: field,
  message: field,
  errorType: field,
  pspReference: field,
  title: field,
  detail: field,
  requestId: field,
});

/**
 * What an answer outside 2xx means.
 * @param now epoch ms, for a `Retry-After` that is a date
 */
export function failureOfResponse(response: RawResponse, now: number): Failure {
  const { status } = response;
  const { errorType, title, ...vendor } = readVendorError(response);
  // RFC 6585: the answer of a network that wants a login first.
  if (status === 511) return { kind: 'unreadable', reason: 'captive-portal' };
  if (status < 400) return { kind: 'unreadable', reason: 'redirect' };
  if (status === 407)
    return { kind: 'proxy', reason: 'password', proxy: null, host: response.host, code: '407' };
  // [O] docs errors/internal: over the limit may also be said as `00_500` with this detail.
  if (status === 429 || /too many requests/i.test(`${vendor.message}\n${title}`))
    return { kind: 'rate-limited', vendor, retryAfterMs: retryAfter(response, now) };
  if (status === 401) return { kind: 'unauthorized', vendor };
  if (status === 403) return { kind: 'forbidden', reason: reasonOf(vendor.code), vendor };
  // [O] Java mocks/pos/connectedTerminals-error-500.json: a 500 of this type is the client's mistake.
  if (errorType === 'validation') return { kind: 'invalid-request', vendor };
  if (status >= 500 || status === 408)
    return { kind: 'server-error', vendor, retryAfterMs: retryAfter(response, now) };
  return { kind: 'invalid-request', vendor };
}

export interface ErrorContext {
  host: string;
  /** How far the request had come. */
  stage: 'headers' | 'body';
  /** Since the request began. */
  seconds: number;
  /** Of the certificate that was offered, where one was read. */
  issuer: string | null;
}

/**
 * No tunnel through the proxy. Without a `code`, on purpose: undici would take some of them for a connection that
 * ended, and make another one, and another one.
 */
export class ProxyError extends Error {
  readonly reason: Extract<Failure, { kind: 'proxy' }>['reason'];
  /** `host:port` */
  readonly proxy: string;
  /** A status or an error code. */
  readonly detail: string;
  constructor(reason: ProxyError['reason'], proxy: string, detail: string) {
    super(`proxy: ${reason}`);
    this.reason = reason;
    this.proxy = proxy;
    this.detail = detail;
  }
}

/** What an error of undici or Node means; only its code is kept, because a message may quote the request. */
export function failureOfError(error: unknown, context: ErrorContext): Failure {
  const { host, stage, seconds, issuer } = context;
  if (error instanceof ProxyError)
    return { kind: 'proxy', reason: error.reason, proxy: error.proxy, host, code: error.detail };
  const code = codeOf(error);
  switch (code) {
    case 'UND_ERR_CONNECT_TIMEOUT':
    case 'ETIMEDOUT':
      return { kind: 'timeout', host, stage: 'connect', seconds };
    case 'UND_ERR_HEADERS_TIMEOUT':
      return { kind: 'timeout', host, stage: 'headers', seconds };
    case 'UND_ERR_BODY_TIMEOUT':
      return { kind: 'timeout', host, stage: 'body', seconds };
    case 'UND_ERR_RES_EXCEEDED_MAX_SIZE':
    case 'UND_ERR_HEADERS_OVERFLOW':
      return { kind: 'unreadable', reason: 'too-large' };
    case 'ENOTFOUND':
    case 'ENODATA':
      return { kind: 'dns', host, code };
  }
  if (code.startsWith('EAI_')) return { kind: 'dns', host, code };
  if (isTlsCode(code)) return { kind: 'tls', reason: tlsReason(code, issuer), host, code, issuer };
  // What came back was not HTTP; undici has the parser's code for it, or none.
  if (code.startsWith('HPE_') || code === 'HTTPParserError')
    return { kind: 'unreadable', reason: 'wrong-shape' };
  if (stage === 'body') return { kind: 'unreadable', reason: 'truncated' };
  return { kind: 'tcp', host, code };
}

/** The server ended a connection that it had promised to keep, before a word of an answer. */
export function wasDropped(error: unknown): boolean {
  return ['UND_ERR_SOCKET', 'ECONNRESET', 'EPIPE'].includes(codeOf(error));
}

/** The last step before a failure is shown or logged: a vendor or proxy may echo the request, and at any length. */
export function presentable(failure: Failure, key: string): Failure {
  if (!('vendor' in failure)) return failure;
  const tidy = (text: string) =>
    text
      .replaceAll(key, '[key]')
      .replace(/[\s\p{Cc}]+/gu, ' ')
      .trim()
      .slice(0, 300);
  const { status, code, message, reference } = failure.vendor;
  return {
    ...failure,
    vendor: { status, code: tidy(code), message: tidy(message), reference: tidy(reference) },
  };
}

function readVendorError(response: RawResponse): VendorError & { errorType: string; title: string } {
  const body = errorBody.safeParse(parseJson(response.body)).data;
  return {
    status: response.status,
    code: body?.errorCode ?? '',
    message: firstSaid(body?.message, body?.detail, body?.title),
    reference: firstSaid(body?.requestId, body?.pspReference),
    errorType: body?.errorType ?? '',
    title: body?.title ?? '',
  };
}

function firstSaid(...texts: (string | undefined)[]): string {
  return texts.find((text) => text !== undefined && text !== '') ?? '';
}

/** A gateway's body may be empty or a web page. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function reasonOf(code: string): Extract<Failure, { kind: 'forbidden' }>['reason'] {
  switch (code) {
    case '901': // [O] Java mocks/pos/connectedTerminals-error-403.json
      return 'account';
    case '910': // [3] an ST… ID was given where the reference is wanted, or the store does not exist
      return 'store';
    case '010': // [O] fixtures authorise-error-010.json
    case '00_403': // [O] docs error-codes
      return 'role';
    default:
      return 'other';
  }
}

/** In ms; RFC 9110 allows seconds or a date. The server's own `Date` is the better clock: a shop PC's may be wrong. */
function retryAfter(response: RawResponse, now: number): number | null {
  const text = header(response, 'retry-after').trim();
  if (/^\d+$/.test(text)) return Number(text) * 1000;
  const until = Date.parse(text);
  if (Number.isNaN(until)) return null;
  const serverNow = Date.parse(header(response, 'date'));
  return Math.max(0, until - (Number.isNaN(serverNow) ? now : serverNow));
}

export function header(response: RawResponse, name: string): string {
  const value = response.headers[name];
  return (Array.isArray(value) ? value[0] : value) ?? '';
}

export function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'UNKNOWN';
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
}

/** As OpenSSL and Node call an authority that is in no list here. */
const untrusted = [
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
];

function tlsReason(code: string, issuer: string | null): Extract<Failure, { kind: 'tls' }>['reason'] {
  if (code === 'CERT_HAS_EXPIRED' || code === 'CERT_NOT_YET_VALID') return 'date';
  return issuer !== null && untrusted.includes(code) ? 'inspected' : 'other';
}

function isTlsCode(code: string): boolean {
  return /^(EPROTO$|ERR_(TLS|SSL|OSSL)_|CERT_|CRL_|UNABLE_TO_|SELF_SIGNED|DEPTH_ZERO|HOSTNAME_|INVALID_(CA|PURPOSE)|PATH_LENGTH)/.test(
    code,
  );
}
