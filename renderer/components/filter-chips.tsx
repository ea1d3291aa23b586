import { ToggleGroup } from 'radix-ui';
import { useLocale } from '../hooks/use-locale.ts';

/** One of several views of a list, with how much there is in each. Pressed again, it is the first. */
export function FilterChips<T extends string>({
  label,
  value,
  chips,
  onChange,
}: {
  label: string;
  value: T;
  chips: readonly { value: T; label: string; count: number | null }[];
  onChange: (value: T) => void;
}) {
  const locale = useLocale();
  return (
    <ToggleGroup.Root
      type="single"
      aria-label={label}
      value={value}
      onValueChange={(pressed) => {
        const chip = chips.find((one) => one.value === pressed) ?? chips[0];
        if (chip) onChange(chip.value);
      }}
      className="flex flex-wrap gap-1.5"
    >
      {chips.map((chip) => (
        <ToggleGroup.Item
          key={chip.value}
          value={chip.value}
          className="inline-flex h-8 items-center gap-1.5 rounded-full border border-line bg-card px-3 transition-colors hover:bg-hover data-[state=on]:border-accent data-[state=on]:bg-accent-wash data-[state=on]:font-semibold data-[state=on]:text-accent forced-colors:data-[state=on]:border-[Highlight]"
        >
          {chip.label}
          {chip.count !== null && <span className="tabular-nums">{chip.count.toLocaleString(locale)}</span>}
        </ToggleGroup.Item>
      ))}
    </ToggleGroup.Root>
  );
}
