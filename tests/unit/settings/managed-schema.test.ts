import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { expect, it } from 'vitest';
import { managedJsonSchema } from '../../../main/settings/managed-schema.ts';

const file = fileURLToPath(new URL('../../../assets/managed-configuration.schema.json', import.meta.url));

/** After a change: `npx vitest run tests/unit/settings/managed-schema.test.ts -u` writes it anew. */
it('the JSON Schema in assets is that of the managed configuration', async () => {
  const options = await resolveConfig(file);
  const wanted = await format(JSON.stringify(managedJsonSchema()), { ...options, filepath: file });
  await expect(wanted).toMatchFileSnapshot(file);
});
