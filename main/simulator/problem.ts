import type { VendorAnswer } from './vendor-answer.ts';

/** The error shape of the newer APIs: RFC 7807 [O] CloudDeviceService-v1.yaml `DefaultErrorResponseEntity`. */
function problem(status: number, title: string, errorCode: string, detail: string, page: string) {
  return (requestId: string): VendorAnswer => ({
    status,
    body: { type: `https://docs.adyen.com/errors/${page}`, title, status, detail, errorCode, requestId },
  });
}

// [O] CloudDeviceService-v1.yaml, docs error-codes
export const unauthorized = problem(401, 'Unauthorized', '00_401', 'Unauthorized', 'unauthorized');
export const forbidden = problem(
  403,
  'Forbidden',
  '00_403',
  'The user does not have the required roles or does not own the requested resource.',
  'forbidden',
);
// [O] docs errors/internal
export const tooManyRequests = problem(500, 'Internal error', '00_500', 'too many requests', 'internal');

/** Its words are made up: no document has any. */
export const notFound = (detail: string) => problem(404, 'Not Found', '00_404', detail, 'not-found');
