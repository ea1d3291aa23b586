/**
 * Why we have no answer from Adyen. A closed catalogue: every kind has a sentence for the store, a
 * sentence for support and a remedy in the `failure` locale file, under its own name.
 *
 * `offline` is only ever decided for this PC as a whole; a single request fails with what it saw.
 */
export type Failure =
  | { kind: 'offline' }
  | { kind: 'dns'; host: string; code: string }
  | { kind: 'tcp'; host: string; code: string }
  | {
      kind: 'tls';
      /**
       * - `inspected`: the issuer is nobody whom this PC trusts, as where a network inspects traffic;
       * - `date`: it is over or not yet valid, or this PC's clock is wrong.
       */
      reason: 'inspected' | 'date' | 'other';
      host: string;
      code: string;
      issuer: string | null;
    }
  | {
      kind: 'proxy';
      /**
       * - `password`: it wants one and none is set; - `password-refused`: the one that is set;
       * - `sign-in`: it wants another proof than a password; - `unreachable`: no connection to the proxy itself;
       * - `unsupported`: of a kind that is not spoken here; - `refused`: it was asked, and did not connect.
       */
      reason: 'password' | 'password-refused' | 'sign-in' | 'unreachable' | 'unsupported' | 'refused';
      /** `host:port`; null where nothing says which one it was. */
      proxy: string | null;
      /** Who was to be reached. */
      host: string;
      code: string;
    }
  | { kind: 'timeout'; host: string; stage: 'connect' | 'headers' | 'body'; seconds: number }
  | { kind: 'key-missing' }
  | { kind: 'unauthorized'; vendor: VendorError }
  | {
      kind: 'forbidden';
      /** `device-role`: of the Cloud Device API, to this key or, by its reference, to this store. */
      reason: 'account' | 'store' | 'role' | 'device-role' | 'other';
      vendor: VendorError;
    }
  | { kind: 'invalid-request'; vendor: VendorError }
  | { kind: 'rate-limited'; vendor: VendorError; retryAfterMs: number | null }
  | { kind: 'server-error'; vendor: VendorError; retryAfterMs: number | null }
  | {
      kind: 'unreadable';
      reason:
        | 'captive-portal'
        | 'not-json'
        | 'wrong-shape'
        | 'too-large'
        | 'truncated'
        | 'redirect'
        /** A list of terminals that we have never seen in place of those that we know. */
        | 'foreign';
    };

export type FailureKind = Failure['kind'];

/** What the vendor's error body said, whichever of its two shapes it had; empty strings where it said nothing. */
export interface VendorError {
  status: number;
  code: string;
  message: string;
  /** Worth giving to Adyen's support: `requestId` or `pspReference`. */
  reference: string;
}
