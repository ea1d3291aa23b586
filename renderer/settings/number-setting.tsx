import type { Range, Request } from '../../preload/contract.ts';
import { request } from '../bridge.ts';
import { useWords } from '../hooks/use-words.ts';
import { SavedField } from './saved-field.tsx';

/** A number of seconds between two asks. */
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
  return (
    <SavedField
      label={label}
      hint={hint}
      value={String(value)}
      locked={locked}
      number={limits}
      unit={words('settings:checking.seconds')}
      check={(typed) =>
        isWithin(typed, limits) ? undefined : words('problem:error.out-of-range', { ...limits })
      }
      save={(typed) => request('settings.setPolling', change(Number(typed)))}
      className="max-w-24 tabular-nums"
    />
  );
}

function isWithin(typed: string, { least, most }: Range): boolean {
  const value = Number(typed);
  return typed !== '' && Number.isInteger(value) && value >= least && value <= most;
}
