import { useId, useState } from 'react';
import type { Range, Request } from '../../preload/contract.ts';
import { request } from '../bridge.ts';
import { SettingRow } from '../components/card.tsx';
import { cx } from '../components/cx.ts';
import { inputLook } from '../components/field.tsx';
import { useWords } from '../hooks/use-words.ts';
import { useSaid } from './use-save.ts';

/** A number of seconds, saved when Enter is pressed or the field is left. */
export function NumberSetting({
  label,
  hint,
  value,
  limits,
  locked,
  change,
}: {
  label: string;
  hint: string;
  value: number;
  limits: Range;
  locked: boolean;
  change: (seconds: number) => Request<'settings.setPolling'>;
}) {
  const words = useWords();
  const said = useSaid();
  const id = useId();
  const [typed, setTyped] = useState(String(value));
  const [error, setError] = useState<string>();

  const outside = words('problem:error.out-of-range', { ...limits });

  const save = async () => {
    if (typed === String(value)) return setError(undefined);
    if (!isWithin(typed, limits)) return setError(outside);
    const reply = await request('settings.setPolling', change(Number(typed)));
    if (reply.ok) said();
    else setError(words(`problem:error.${reply.error.code}`, reply.error.params));
  };

  return (
    <SettingRow
      label={<label htmlFor={id}>{label}</label>}
      hint={
        <span id={`${id}-below`} role={error ? 'alert' : undefined} className={cx(error && 'text-bad')}>
          {error ?? hint}
        </span>
      }
    >
      <span className="flex items-center gap-2">
        <input
          id={id}
          type="number"
          min={limits.least}
          max={limits.most}
          step={1}
          disabled={locked}
          aria-describedby={`${id}-below`}
          aria-invalid={error !== undefined}
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value);
            setError(isWithin(event.target.value, limits) ? undefined : outside);
          }}
          onBlur={() => void save()}
          onKeyDown={(event) => {
            if (event.key === 'Enter') void save();
          }}
          className={cx(inputLook, 'max-w-24 tabular-nums')}
        />
        <span className="text-soft">{words('settings:checking.seconds')}</span>
      </span>
    </SettingRow>
  );
}

function isWithin(typed: string, { least, most }: Range): boolean {
  const value = Number(typed);
  return typed.trim() !== '' && Number.isInteger(value) && value >= least && value <= most;
}
