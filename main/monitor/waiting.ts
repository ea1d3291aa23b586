import { targetKey, type Target } from './plan.ts';

/** Requests that somebody waits for and that the budget does not allow for yet, first come first. */
export function createWaiting() {
  const waiting = new Map<string, { target: Target; settle: () => void; asked: Promise<void> }>();

  return {
    targets: (): Target[] => [...waiting.values()].map(({ target }) => target),
    /** Settles when its turn has come, or when nobody may wait any longer. */
    add(target: Target): Promise<void> {
      const key = targetKey(target);
      const known = waiting.get(key);
      if (known) return known.asked;
      let settle = () => {};
      const asked = new Promise<void>((resolve) => (settle = resolve));
      waiting.set(key, { target, settle, asked });
      return asked;
    },
    done(target: Target): void {
      const key = targetKey(target);
      waiting.get(key)?.settle();
      waiting.delete(key);
    },
  };
}
