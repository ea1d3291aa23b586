import { answerAsDeviceApi } from './cloud-device.ts';
import { answerAsManagement } from './management.ts';
import { tooManyRequests } from './problem.ts';
import type { VendorAnswer, VendorApi, VendorRequest } from './vendor-answer.ts';
import { answerTo } from './vendor.ts';
import type { World } from './world.ts';

export interface Address {
  api: VendorApi;
  segments: VendorRequest['segments'];
  query: URLSearchParams;
}

/** Which API a request is for; null: none that is played. The vendor has a host for each, here they share one. */
export function addressOf(method: string, path: string): Address | null {
  const [pathname = '', query = ''] = path.split('?', 2);
  const [version, ...rest] = pathname.slice(1).split('/');
  const address = { segments: rest.map(decode), query: new URLSearchParams(query) };
  if (method === 'POST' && pathname === '/connectedTerminals') return { api: 'terminal-api', ...address };
  if (method === 'GET' && version === 'v1') return { api: 'cloud-device', ...address };
  if (method === 'GET' && version === 'v3') return { api: 'management', ...address };
  return null;
}

export function answerAt(
  world: World,
  { api, segments, query }: Address,
  request: { key: string | undefined; body: unknown; requestId: string; blocked: boolean },
): VendorAnswer {
  const { key, body, requestId, blocked } = request;
  if (api === 'terminal-api') return answerTo(world, key, body);
  if (blocked) return tooManyRequests(requestId);
  const asked: VendorRequest = { key: key ?? null, segments, query, requestId };
  const play = api === 'cloud-device' ? answerAsDeviceApi : answerAsManagement;
  return play(world, asked) ?? { status: 404, body: null };
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
