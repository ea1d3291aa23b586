import { useId, useState } from 'react';
import type { Reply, Request, StoreHoursView } from '../../preload/contract.ts';
import { request } from '../bridge.ts';
import { Button } from '../components/button.tsx';
import { Field, inputLook, textareaLook } from '../components/field.tsx';
import { ManagedMark } from '../components/managed-mark.tsx';
import { useWords } from '../hooks/use-words.ts';
import { CopyToStores } from './copy-to-stores.tsx';
import {
  holidaysText,
  readHolidays,
  readSpans,
  spansText,
  usualHours,
  weekdays,
  type Hours,
} from './hours-text.ts';
import { useSave } from './use-save.ts';
import { useSavedText } from './use-saved-text.ts';

type Change = Request<'settings.setOpeningHours'>['hours'];

/** The hours of one store. */
export function HoursForm({
  store,
  others,
}: {
  store: StoreHoursView;
  /** Can be given them, too. */ others: boolean;
}) {
  const words = useWords();
  const save = useSave();
  const [begun, setBegun] = useState(false);
  const ref = { account: store.account, store: store.store };
  const { hours, locked } = store;
  if (hours === null) {
    const begin = () => {
      setBegun(true);
      void save('settings.setOpeningHours', { ...ref, hours: usualHours });
    };
    return (
      <div className="flex flex-wrap items-center gap-x-6 gap-y-2 px-4 py-3.5">
        <p className="min-w-56 flex-1 text-soft">{words('settings:openingHours.none')}</p>
        <Button look="primary" onClick={begin}>
          {words('settings:openingHours.begin')}
        </Button>
      </div>
    );
  }
  const change = (part: Change) => request('settings.setOpeningHours', { ...ref, hours: part });
  return (
    <fieldset disabled={locked} className="flex min-w-0 flex-col gap-4 px-4 py-3.5">
      {locked && <ManagedMark />}
      <div className="grid grid-cols-[auto_1fr] items-baseline gap-x-4 gap-y-2">
        {weekdays.map((day, at) => (
          <DayField
            key={day}
            label={words(`settings:openingHours.days.${day}`)}
            spans={hours.week[day]}
            // The button that had the focus is gone.
            autoFocus={begun && at === 0}
            change={(spans) => change({ week: { [day]: spans } })}
          />
        ))}
      </div>
      <HolidaysField holidays={hours.holidays} change={(holidays) => change({ holidays })} />
      <Field label={words('settings:openingHours.timeZone')}>
        {(ties) => (
          <select
            {...ties}
            value={hours.timeZone ?? ''}
            onChange={({ target }) =>
              void save('settings.setOpeningHours', { ...ref, hours: { timeZone: target.value || null } })
            }
            className={inputLook}
          >
            <option value="">{words('settings:openingHours.timeZoneOfPc')}</option>
            {zones(hours.timeZone).map((zone) => (
              <option key={zone}>{zone}</option>
            ))}
          </select>
        )}
      </Field>
      <div className="flex flex-wrap gap-2">
        {others && <CopyToStores {...ref} what="openingHours" />}
        <Button onClick={() => void save('settings.setOpeningHours', { ...ref, hours: null })}>
          {words('settings:openingHours.remove')}
        </Button>
      </div>
    </fieldset>
  );
}

function DayField({
  label,
  spans,
  autoFocus,
  change,
}: {
  label: string;
  spans: Hours['week']['monday'];
  autoFocus: boolean;
  change: (spans: Hours['week']['monday']) => Promise<Reply<null>>;
}) {
  const words = useWords();
  const id = useId();
  const { error, text, onKeyDown } = useSavedText({
    value: spansText(spans),
    check: (typed) => (readSpans(typed) === null ? words('settings:openingHours.unreadable') : undefined),
    save: (typed) => change(readSpans(typed) ?? []),
  });
  return (
    <>
      <label htmlFor={id} className="font-semibold">
        {label}
      </label>
      <div>
        <input
          id={id}
          type="text"
          autoComplete="off"
          spellCheck={false}
          autoFocus={autoFocus}
          placeholder={words('settings:openingHours.closed')}
          aria-invalid={error !== undefined}
          aria-describedby={error === undefined ? undefined : `${id}-below`}
          {...text}
          onKeyDown={onKeyDown}
          className={inputLook}
        />
        {error !== undefined && (
          <p id={`${id}-below`} role="alert" className="text-sm text-bad">
            {error}
          </p>
        )}
      </div>
    </>
  );
}

function HolidaysField({
  holidays,
  change,
}: Pick<Hours, 'holidays'> & { change: (holidays: Hours['holidays']) => Promise<Reply<null>> }) {
  const words = useWords();
  const { error, text } = useSavedText({
    value: holidaysText(holidays),
    check(typed) {
      const read = readHolidays(typed);
      return read.ok ? undefined : words('settings:openingHours.unreadableLine', { line: read.line });
    },
    save(typed) {
      const read = readHolidays(typed);
      return change(read.ok ? read.holidays : holidays);
    },
  });
  return (
    <Field
      label={words('settings:openingHours.holidays')}
      hint={words('settings:openingHours.holidaysHint')}
      error={error}
    >
      {(ties) => <textarea {...ties} {...text} rows={3} spellCheck={false} className={textareaLook} />}
    </Field>
  );
}

/** Also one that this list does not have, such as an older name. */
function zones(chosen: string | null): string[] {
  const known = Intl.supportedValuesOf('timeZone');
  return chosen === null || known.includes(chosen) ? known : [chosen, ...known];
}
