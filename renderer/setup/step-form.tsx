import { useEffect, useRef, type ReactNode, type SubmitEvent } from 'react';
import { Button } from '../components/button.tsx';
import { cx } from '../components/cx.ts';
import { Spinner } from '../components/spinner.tsx';
import { useWords } from '../hooks/use-words.ts';
import type { Step } from './draft.ts';

interface Action {
  label: string;
  run: () => void;
}

/** One step of the first run: what it asks for, then the way on, which Enter takes. */
export function StepForm({
  step,
  title,
  busy,
  onStop,
  onward,
  besides,
  onBack,
  children,
}: {
  step: Step;
  /** Where its usual one would be wrong. */
  title?: string;
  busy: boolean;
  /** Ends the waiting for an answer, where that is what it is busy with. */
  onStop?: () => void;
  onward: Action;
  /** Something else that can be done here. */
  besides?: Action | undefined;
  /** The first has none. */
  onBack?: () => void;
  children: ReactNode;
}) {
  const words = useWords();
  const way = useRef<HTMLButtonElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  // A screen reader goes on with the new step, and Tab from there.
  useEffect(() => heading.current?.focus(), [step]);

  const stop = () => {
    onStop?.();
    way.current?.focus();
  };
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (!busy) onward.run();
  };
  return (
    <form noValidate onSubmit={submit} className="flex h-full flex-col">
      <div className="flex min-h-0 flex-1 flex-col gap-4 overflow-y-auto pr-10 pb-6 pl-2 @max-[52rem]:pr-4 *:w-full *:max-w-170 *:shrink-0">
        <div>
          <h2 ref={heading} tabIndex={-1} className="text-xl font-bold outline-none">
            {title ?? words(`setup:${step}.title`)}
          </h2>
          <p className="text-soft">{words(`setup:${step}.explain`)}</p>
        </div>
        {children}
      </div>
      {/* Always in sight, however long the step is. */}
      <div className="shrink-0 border-t border-line py-3 pr-10 pl-2 @max-[52rem]:pr-4">
        <div className="flex max-w-170 flex-wrap gap-2">
          {onBack && <Button onClick={onBack}>{words('setup:back')}</Button>}
          {besides && (
            <Button disabled={busy} onClick={besides.run}>
              {besides.label}
            </Button>
          )}
          {busy && onStop && <Button onClick={stop}>{words('setup:wait.stop')}</Button>}
          <Button
            ref={way}
            type="submit"
            look="primary"
            // One that is disabled would lose the focus, and Enter the way on.
            aria-disabled={busy}
            className={cx('ml-auto', busy && 'opacity-55')}
          >
            {busy && <Spinner />}
            {busy ? words('settings:test.busy') : onward.label}
          </Button>
        </div>
      </div>
    </form>
  );
}
