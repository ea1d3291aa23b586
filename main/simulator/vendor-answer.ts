/** The vendor's APIs that are played, each under its own path. */
export type VendorApi = 'terminal-api' | 'cloud-device' | 'management';

/** `body` null: the vendor's shape for this is not known, so nothing is made up; or there is none, as for 204. */
export interface VendorAnswer {
  status: number;
  body: object | null;
}

/** A question to one of the newer APIs. */
export interface VendorRequest {
  /** Null where none was sent. */
  key: string | null;
  /** Of the path, without the version; decoded. */
  segments: string[];
  query: URLSearchParams;
  /** For the vendor's support. */
  requestId: string;
}
