import { useId } from 'react';
import { inputLook } from '../components/field.tsx';
import { useWords } from '../hooks/use-words.ts';
import { modelOf } from '../terminals/terminal-model.ts';
import { StepForm } from './step-form.tsx';
import type { SetupModel } from './use-setup.ts';

/** More than these are named later, where they are searched for. */
const mostNamed = 100;

/** What the stores hold right now, to be given names. */
export function FoundStep({ model }: { model: SetupModel }) {
  const words = useWords();
  const { tested, next, back } = model;
  const found = (tested?.results ?? []).flatMap((result) =>
    result.ok ? result.connected.map((poiid) => ({ poiid, store: result.name || result.reference })) : [],
  );
  return (
    <StepForm
      step="found"
      title={words(found.length === 0 ? 'setup:found.titleNone' : 'setup:found.title')}
      busy={false}
      onward={{ label: words('setup:next', { step: words('setup:finish.name') }), run: next }}
      onBack={back}
    >
      {found.length === 0 ? (
        <p className="rounded-lg border border-warn-line bg-warn-wash p-3">{words('setup:found.none')}</p>
      ) : (
        <ul
          aria-label={words('setup:found.list')}
          className="divide-y divide-line rounded-xl border border-line bg-card shadow-card"
        >
          {found.slice(0, mostNamed).map(({ poiid, store }) => (
            <Named key={`${store} ${poiid}`} poiid={poiid} store={store} model={model} />
          ))}
        </ul>
      )}
      {found.length > mostNamed && (
        <p className="text-soft">{words('setup:found.more', { count: found.length - mostNamed })}</p>
      )}
    </StepForm>
  );
}

function Named({ poiid, store, model }: { poiid: string; store: string; model: SetupModel }) {
  const words = useWords();
  const id = useId();
  const about = [modelOf(poiid)?.name, store].filter((part) => part !== undefined);
  return (
    <li className="flex items-center gap-4 px-4 py-2">
      <label htmlFor={id} className="min-w-0 flex-1">
        <span className="block truncate font-semibold select-text">{poiid}</span>
        <span className="block truncate text-xs text-soft">{about.join(' · ')}</span>
      </label>
      <input
        id={id}
        type="text"
        autoComplete="off"
        maxLength={200}
        placeholder={words('setup:found.placeholder')}
        value={model.names[poiid] ?? ''}
        onChange={(event) => model.name(poiid, event.target.value)}
        className={`${inputLook} max-w-60`}
      />
    </li>
  );
}
