import type { ServerResponse } from 'node:http';
import { TLSSocket } from 'node:tls';
import { z } from 'zod';
import { tooManyRequests, unauthorized as newerUnauthorized } from './problem.ts';
import type { VendorAnswer, VendorApi } from './vendor-answer.ts';
import { unauthorized } from './vendor.ts';

/** What can go wrong between asking and being answered. */
export const faultSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.enum([
      'server-error',
      'too-many-requests', // the vendor's way to say it without a 429
      'unauthorized',
      'silent', // takes the request and never answers
      'stalled', // headers, but no body
      'truncated',
      'not-json',
      'wrong-shape',
      'oversized',
      'captive-portal',
      'reset',
    ]),
  }),
  /** `retryAfter` as in the header: seconds or an HTTP date. */
  z.strictObject({ kind: z.literal('rate-limited'), retryAfter: z.string() }),
  z.strictObject({ kind: z.literal('redirect'), location: z.string() }),
]);

export type Fault = z.infer<typeof faultSchema>;

const json = { 'content-type': 'application/json' };

/**
 * Answers, or does not, in the manner of a fault.
 * @param api that was asked: they word some things differently
 * @returns the status that was sent; null where none was
 */
export function commit(fault: Fault, response: ServerResponse, api: VendorApi): number | null {
  switch (fault.kind) {
    case 'server-error':
      return send(response, 503, {}, '');
    case 'rate-limited':
      return send(response, 429, { 'retry-after': fault.retryAfter }, '');
    case 'too-many-requests':
      return sendAnswer(response, tooManyRequests('QWERTY1234567890'));
    case 'unauthorized':
      return sendAnswer(
        response,
        api === 'terminal-api' ? unauthorized : newerUnauthorized('QWERTY1234567890'),
      );
    case 'silent':
      return null;
    case 'stalled':
      response.writeHead(200, { ...json, 'content-length': 100 }).flushHeaders();
      return 200;
    case 'truncated':
      response.writeHead(200, { ...json, 'content-length': 100 });
      response.write('{"uniqueTerminalIds":["V400m-3246', () => response.socket?.destroy());
      return 200;
    case 'not-json':
      return send(response, 200, json, 'OK');
    case 'wrong-shape':
      return send(response, 200, json, '{"uniqueTerminalIds":["V400m-324688041",324688077]}');
    case 'oversized':
      return send(
        response,
        200,
        json,
        JSON.stringify({ uniqueTerminalIds: Array<string>(100_000).fill('V400m-324688041') }),
      );
    case 'captive-portal':
      return send(
        response,
        200,
        { 'content-type': 'text/html' },
        '<!DOCTYPE html><title>Guest network</title><form>Accept the terms to go online</form>',
      );
    case 'redirect':
      return send(response, 308, { location: fault.location }, '');
    case 'reset':
      // Under TLS there is no handle to reset; a cut without the closing alert is as rude.
      if (response.socket instanceof TLSSocket) response.socket.destroy();
      else response.socket?.resetAndDestroy();
      return null;
  }
}

function sendAnswer(response: ServerResponse, { status, body }: VendorAnswer): number {
  return send(response, status, json, JSON.stringify(body));
}

function send(
  response: ServerResponse,
  status: number,
  headers: Record<string, string>,
  body: string,
): number {
  response.writeHead(status, headers).end(body);
  return status;
}
