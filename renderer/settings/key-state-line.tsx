import { KeyRound, TriangleAlert } from 'lucide-react';
import type { KeyState } from '../../preload/contract.ts';
import { cx } from '../components/cx.ts';
import { useWords } from '../hooks/use-words.ts';
import { isMissing } from './key-state.ts';

/** Whether there is a key, where it is kept, and what follows from that. */
export function KeyStateLine({ state, className }: { state: KeyState; className?: string }) {
  const words = useWords();
  const missing = isMissing(state);
  const Icon = missing ? TriangleAlert : KeyRound;
  return (
    <p className={cx('flex gap-2.5', className)}>
      <Icon
        aria-hidden
        className={cx(
          'mt-0.5 size-4 shrink-0',
          missing ? 'text-bad' : state === 'memory' ? 'text-warn' : 'text-ok',
        )}
      />
      <span>
        <span className="block font-semibold">{words(`settings:key.state.${state}`)}</span>
        <span className="block text-sm text-soft">{words(`settings:key.explain.${state}`)}</span>
      </span>
    </p>
  );
}
