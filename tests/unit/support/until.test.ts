import { expect, test } from 'vitest';
import { createChanges, until } from '../../support/until.ts';

test('a value that holds already is answered without a change', async () => {
  const value = await until(createChanges(), { read: () => 3, holds: (seen) => seen === 3, what: 'three' });
  expect(value).toBe(3);
});

test('the value is read again after every change, and only then', async () => {
  const changes = createChanges();
  let reads = 0;
  const third = until(changes, {
    read: () => (reads += 1),
    holds: (seen) => seen === 3,
    what: 'a third read',
  });
  changes.note();
  await changes.after(changes.mark(), 5);
  expect(reads).toBe(2);
  changes.note();
  expect(await third).toBe(3);
});

test('a change while the value is being read is not lost', async () => {
  const changes = createChanges();
  let value = 0;
  const read = async () => {
    const seen = value;
    if (seen === 0) {
      value = 1;
      changes.note();
    }
    return Promise.resolve(seen);
  };
  expect(await until(changes, { read, holds: (seen) => seen === 1, what: 'one', timeout: 1000 })).toBe(1);
});

test('waiting in vain says for what, for how long and what was seen last', async () => {
  const waiting = until(createChanges(), {
    read: () => ({ id: 7n }),
    holds: () => false,
    what: 'a miracle',
    timeout: 20,
  });
  await expect(waiting).rejects.toThrow('Waited 0.02 s for a miracle. Last seen: { id: 7n }');
});
