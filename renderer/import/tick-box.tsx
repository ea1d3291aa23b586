import type { ComponentProps } from 'react';
import type { TickState } from './ticks.ts';

/** A check box that can also stand for several of which some are ticked. */
export function TickBox({
  state,
  onChange,
  ...rest
}: Omit<ComponentProps<'input'>, 'type' | 'checked' | 'onChange' | 'ref'> & {
  state: TickState;
  onChange: (on: boolean) => void;
}) {
  return (
    <input
      type="checkbox"
      {...rest}
      ref={(box) => {
        if (box) box.indeterminate = state === 'mixed';
      }}
      checked={state === 'on'}
      onChange={(event) => onChange(event.target.checked)}
      className="size-4 shrink-0 accent-accent"
    />
  );
}
