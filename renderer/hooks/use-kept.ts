import { useState } from 'react';

/**
 * State that outlives the window and the app, in the page's own storage: how somebody left the page, which is
 * nobody's setting.
 * @param read makes sense of whatever was kept, null the first time
 */
export function useKept<T>(name: string, read: (kept: unknown) => T): readonly [T, (next: T) => void] {
  const [value, setValue] = useState(() => read(kept(name)));
  const keep = (next: T) => {
    localStorage.setItem(name, JSON.stringify(next));
    setValue(next);
  };
  return [value, keep];
}

function kept(name: string): unknown {
  try {
    return JSON.parse(localStorage.getItem(name) ?? 'null');
  } catch {
    return null;
  }
}
