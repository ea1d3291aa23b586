import type { Source } from '../monitor/source.ts';
import type { ApiDeps } from './exchange.ts';
import { parseAnswer } from './parse.ts';
import { buildRequest } from './request.ts';
import { createSource } from './source.ts';

/** The source that asks `POST /connectedTerminals`. */
export function createConnectedTerminals(deps: ApiDeps): Source {
  return createSource(deps, { build: buildRequest, parse: parseAnswer });
}
