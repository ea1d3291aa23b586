import { Switch } from 'radix-ui';
import { SettingField } from './setting-field.tsx';

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
  return (
    <SettingField label={label} hint={hint} locked={locked}>
      {(ties) => (
        <Switch.Root
          {...ties}
          checked={checked}
          onCheckedChange={onChange}
          className="group inline-flex h-5 w-10 items-center rounded-full border border-edge bg-card px-1 transition-colors disabled:opacity-55 data-[state=checked]:border-accent data-[state=checked]:bg-accent forced-colors:data-[state=checked]:bg-[Highlight]"
        >
          <Switch.Thumb className="size-3 rounded-full bg-edge transition-transform data-[state=checked]:translate-x-4.5 data-[state=checked]:bg-on-accent forced-colors:bg-[ButtonText]" />
        </Switch.Root>
      )}
    </SettingField>
  );
}
