import type { ComponentProps } from 'react';
import { Select } from '../components/select.tsx';

/** One of a few values, in a row of such. */
export function Choice<T extends string>({
  label,
  ...select
}: Pick<ComponentProps<typeof Select<T>>, 'value' | 'options' | 'onChange'> & { label: string }) {
  return (
    <span className="w-42 shrink-0">
      <Select aria-label={label} title={label} {...select} />
    </span>
  );
}
