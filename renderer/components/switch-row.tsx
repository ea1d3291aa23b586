import { Switch } from 'radix-ui';
import { useId } from 'react';
import { SettingRow } from './card.tsx';
import { ManagedMark } from './managed-mark.tsx';

/** A setting that is on or off. */
export function SwitchRow({
  label,
  hint,
  checked,
  locked = false,
  onChange,
}: {
  label: string;
  hint: string;
  checked: boolean;
  /** Set by the organisation; said in place of the hint. */
  locked?: boolean;
  onChange: (checked: boolean) => void;
}) {
  const id = useId();
  return (
    <SettingRow
      label={<label htmlFor={id}>{label}</label>}
      hint={<span id={`${id}-hint`}>{locked ? <ManagedMark /> : hint}</span>}
    >
      <Switch.Root
        id={id}
        aria-describedby={`${id}-hint`}
        checked={checked}
        disabled={locked}
        onCheckedChange={onChange}
        className="group inline-flex h-5 w-10 items-center rounded-full border border-edge bg-card px-1 transition-colors disabled:opacity-55 data-[state=checked]:border-accent data-[state=checked]:bg-accent forced-colors:data-[state=checked]:bg-[Highlight]"
      >
        <Switch.Thumb className="size-3 rounded-full bg-edge transition-transform data-[state=checked]:translate-x-4.5 data-[state=checked]:bg-on-accent forced-colors:bg-[ButtonText]" />
      </Switch.Root>
    </SettingRow>
  );
}
