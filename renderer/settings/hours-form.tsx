import { useId, useState } from 'react';
import type { StoreHoursView } from '../../preload/contract.ts';
import { request } from '../bridge.ts';
import { Button } from '../components/button.tsx';
import { Field, inputLook, textareaLook } from '../components/field.tsx';
import { ManagedMark } from '../components/managed-mark.tsx';
import { useToast } from '../components/toaster.tsx';
import { useWords } from '../hooks/use-words.ts';
import { draftOf, isFault, readHours, weekdays, type Hours } from './hours-draft.ts';

/** The hours of one store, which can be given to all of them. */
export function HoursForm({ store, all }: { store: StoreHoursView; all: StoreHoursView[] }) {
  const words = useWords();
  const toast = useToast();
  const id = useId();
  const [draft, setDraft] = useState(() => draftOf(store.hours));
  const { locked } = store;
  const read = readHours(draft);
  const fault = isFault(read) ? read : null;
  const others = all.filter((one) => !one.locked);

  const save = async (stores: StoreHoursView[], hours: Hours | null) => {
    const refs = stores.map(({ account, store: reference }) => ({ account, store: reference }));
    const reply = await request('settings.setOpeningHours', { stores: refs, hours });
    toast({
      text: reply.ok
        ? words('settings:openingHours.saved', { count: refs.length })
        : words(`problem:error.${reply.error.code}`, reply.error.params),
    });
  };
  const submit = (stores: StoreHoursView[]) => {
    if (!isFault(read)) void save(stores, read);
  };

  return (
    <form
      noValidate
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        submit([store]);
      }}
    >
      {locked && <ManagedMark />}
      {store.hours === null && <p className="text-soft">{words('settings:openingHours.none')}</p>}
      <fieldset disabled={locked} className="flex flex-col gap-4">
        <div className="grid grid-cols-[auto_1fr] items-center gap-x-4 gap-y-2">
          {weekdays.map((day) => (
            <DayField
              key={day}
              id={`${id}-${day}`}
              label={words(`settings:openingHours.days.${day}`)}
              value={draft.week[day]}
              error={fault?.field === day ? words('settings:openingHours.unreadable') : undefined}
              onChange={(text) => setDraft({ ...draft, week: { ...draft.week, [day]: text } })}
            />
          ))}
        </div>
        <Field
          label={words('settings:openingHours.holidays')}
          hint={words('settings:openingHours.holidaysHint')}
          error={
            fault?.field === 'holidays'
              ? words('settings:openingHours.unreadableLine', { line: fault.line })
              : undefined
          }
        >
          {(ties) => (
            <textarea
              {...ties}
              rows={3}
              spellCheck={false}
              value={draft.holidays}
              onChange={(event) => setDraft({ ...draft, holidays: event.target.value })}
              className={textareaLook}
            />
          )}
        </Field>
        <Field label={words('settings:openingHours.timeZone')}>
          {(ties) => (
            <select
              {...ties}
              value={draft.timeZone}
              onChange={(event) => setDraft({ ...draft, timeZone: event.target.value })}
              className={inputLook}
            >
              <option value="">{words('settings:openingHours.timeZoneOfPc')}</option>
              {zones(draft.timeZone).map((zone) => (
                <option key={zone}>{zone}</option>
              ))}
            </select>
          )}
        </Field>
        <div className="flex flex-wrap gap-2">
          <Button type="submit" look="primary" disabled={fault !== null}>
            {words('settings:save')}
          </Button>
          {others.length > 1 && (
            <Button disabled={fault !== null} onClick={() => submit(others)}>
              {words('settings:openingHours.saveAll')}
            </Button>
          )}
          {store.hours !== null && (
            <Button onClick={() => void save([store], null)}>{words('settings:openingHours.remove')}</Button>
          )}
        </div>
      </fieldset>
    </form>
  );
}

function DayField({
  id,
  label,
  value,
  error,
  onChange,
}: {
  id: string;
  label: string;
  value: string;
  error: string | undefined;
  onChange: (text: string) => void;
}) {
  const words = useWords();
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
          value={value}
          placeholder={words('settings:openingHours.closed')}
          aria-invalid={error !== undefined}
          aria-describedby={error === undefined ? undefined : `${id}-below`}
          onChange={(event) => onChange(event.target.value)}
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

/** Also one that this list does not have, such as an older name. */
function zones(chosen: string): string[] {
  const known = Intl.supportedValuesOf('timeZone');
  return chosen === '' || known.includes(chosen) ? known : [chosen, ...known];
}
