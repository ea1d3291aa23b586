import { z } from 'zod';
import type { Failure } from '../monitor/failure.ts';
import { foldPoiid, samePoiid } from '../monitor/poiid.ts';
import type { Question, Source } from '../monitor/source.ts';
import { readBody, unreadable } from './body.ts';
import { deviceBaseUrl } from './endpoints.ts';
import type { ApiDeps } from './exchange.ts';
import type { RawResponse } from './failures.ts';
import { parseList, type Parsed } from './parse.ts';
import { buildGet, type GetRequest } from './request.ts';
import { createSource } from './source.ts';

/**
 * The source that asks the Cloud Device API v1. It lists SDK installations beside terminals; their IDs are kept.
 * `store` is documented as the vendor's own store ID (`ST…`); whether a reference works too is not known [?], so
 * it is sent only where the ID is not known.
 */
export function createCloudDevice(deps: ApiDeps): Source {
  return createSource(deps, { build: buildDeviceRequest, parse: parseDeviceAnswer });
}

/** `GET …/connectedDevices` and `GET …/devices/{deviceId}/status` [O] CloudDeviceService-v1.yaml. */
export function buildDeviceRequest(question: Question, key: string): GetRequest {
  const merchant = ['v1', 'merchants', question.account.merchantAccount];
  const base = deviceBaseUrl(question.account);
  switch (question.kind) {
    case 'account':
      return buildGet(base, [...merchant, 'connectedDevices'], {}, key);
    case 'store':
      return buildGet(base, [...merchant, 'connectedDevices'], { store: storeIdOf(question) }, key);
    case 'terminal':
      return buildGet(base, [...merchant, 'devices', question.poiid, 'status'], {}, key);
  }
}

function storeIdOf({ account, store }: Extract<Question, { kind: 'store' }>): string {
  return account.stores.find(({ reference }) => reference === store)?.id || store;
}

/**
 * The IDs of connected devices, or why the answer gives none.
 * @param now epoch ms
 */
export function parseDeviceAnswer(response: RawResponse, question: Question, now: number): Parsed {
  const parsed =
    question.kind === 'terminal'
      ? parseStatus(response, question.poiid, now)
      : parseList(response, 'uniqueDeviceIds', now);
  return parsed.ok ? { ...parsed, installations: true } : { ok: false, failure: ofThisApi(parsed.failure) };
}

/** Lacking the role for this API is mended in another way than lacking that for the older one. */
function ofThisApi(failure: Failure): Failure {
  const lacksRole = failure.kind === 'forbidden' && failure.reason === 'role';
  return lacksRole ? { ...failure, reason: 'device-role' } : failure;
}

const statusSchema = z.object({ deviceId: z.string(), status: z.enum(['ONLINE', 'OFFLINE']) });

function parseStatus(response: RawResponse, poiid: string, now: number): Parsed {
  if (response.status === 404 && isAbout(response, poiid)) return { ok: true, connected: [] };
  const read = readBody(response, now);
  if (!read.ok) return read;
  const parsed = statusSchema.safeParse(read.body);
  if (!parsed.success || !samePoiid(parsed.data.deviceId, poiid)) return unreadable('wrong-shape');
  return { ok: true, connected: parsed.data.status === 'ONLINE' ? [parsed.data.deviceId] : [] };
}

const notFound = z.object({
  status: z.literal(404),
  errorCode: z.string(),
  detail: z.string().catch(''),
  invalidFields: z.array(z.object({ value: z.string().catch('') })).catch([]),
});

/**
 * What is answered for a device that the merchant account does not have is not documented; [3] minimpos assumes a
 * 404. But a wrong base path, a gateway or a proxy answer 404 as well, and for every terminal at once. So it is
 * evidence only where the vendor's own error names the device; `instance` does not count, because it repeats the
 * path whatever was wrong with it. Any other 404 stays a failure, which alarms nobody.
 */
function isAbout(response: RawResponse, poiid: string): boolean {
  let body: unknown;
  try {
    body = JSON.parse(response.body);
  } catch {
    return false;
  }
  const error = notFound.safeParse(body);
  if (!error.success) return false;
  const { detail, invalidFields } = error.data;
  return [detail, ...invalidFields.map(({ value }) => value)].some((text) =>
    foldPoiid(text)
      .split(/[\s"'`,;:()<>[\]]+|\.(?=\s|$)/)
      .includes(foldPoiid(poiid)),
  );
}
