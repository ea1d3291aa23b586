import { useEffect, useEffectEvent } from 'react';

/** Calls back on a key of the whole page; not in a dialog or a menu, and one that types something not while typing. */
export function useShortcut(key: string, callback: () => void): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== key || event.ctrlKey || event.metaKey || event.altKey || isBusy(event.target, key))
      return;
    event.preventDefault();
    callback();
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKey(event);
    document.addEventListener('keydown', listener);
    return () => document.removeEventListener('keydown', listener);
  }, []);
}

function isBusy(target: EventTarget | null, key: string): boolean {
  if (!(target instanceof Element)) return false;
  if (target.closest('dialog, [role=menu]') !== null) return true;
  const types = key.length === 1;
  return types && target.closest('input, textarea, select') !== null;
}
