import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The top folder of this clone, absolute. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)));
