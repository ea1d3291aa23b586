import { useState } from 'react';
import type { Reply } from '../../preload/contract.ts';
import { useAsked } from './use-asked.ts';

const pageSize = 50;
/** What main gives at a time, at most. */
const most = 500;
/** By how much a list grows: who has looked through the first page is looking for more than another one. */
const growth = 200;

interface Page<Row, Cursor> {
  rows: Row[];
  /** From where it goes on; null: this is the last. */
  next: Cursor | null;
}

/**
 * The first rows of a list that may be long, and more on demand; asked anew whenever `key` is another one, as far as it
 * was shown.
 * @param ask for a page of `limit` rows after the cursor
 */
export function useList<Row, Cursor>(
  ask: (after: Cursor | null, limit: number) => Promise<Reply<Page<Row, Cursor>>>,
  key: string,
): { rows: Row[] | null; hasMore: boolean; more: () => void } {
  const [count, setCount] = useState(pageSize);
  const load = async (): Promise<Reply<{ rows: Row[]; hasMore: boolean }>> => {
    const rows: Row[] = [];
    let after: Cursor | null = null;
    do {
      const reply: Reply<Page<Row, Cursor>> = await ask(after, Math.min(most, count - rows.length));
      if (!reply.ok) return reply;
      rows.push(...reply.value.rows);
      after = reply.value.next;
    } while (after !== null && rows.length < count);
    return { ok: true, value: { rows, hasMore: after !== null } };
  };
  const { value } = useAsked(load, `${key} ${count}`);
  return {
    rows: value?.rows ?? null,
    hasMore: value?.hasMore ?? false,
    more: () => setCount((before) => before + growth),
  };
}
