import { z } from 'zod';
import { openJsonFile, type FileDeps, type FileShape, type JsonFile } from './json-file.ts';
import { repair } from './repair.ts';
import { repeated } from './schema.ts';

const schema = z
  .strictObject({
    version: z.literal(1),
    keys: z.array(
      z.strictObject({
        account: z.string().min(1),
        /** Name of the keychain that encrypted it: another one cannot decrypt it, and shall not try. */
        backend: z.string(),
        ciphertext: z.base64().min(1),
      }),
    ),
  })
  .superRefine(({ keys }, context) =>
    repeated(keys.map(({ account }) => account)).forEach((at) =>
      context.addIssue({ code: 'custom', path: ['keys', at] }),
    ),
  );

/** API keys as the keychain encrypted them; never a key as it is. */
export type KeyFile = z.infer<typeof schema>;

const shape: FileShape<KeyFile> = {
  name: 'keys',
  version: 1,
  blank: () => ({ version: 1, keys: [] }),
  read: (raw) => repair(raw, schema, { version: () => 1, keys: () => [] }),
};

export function openKeyFile(deps: FileDeps): JsonFile<KeyFile> {
  return openJsonFile(shape, deps);
}
