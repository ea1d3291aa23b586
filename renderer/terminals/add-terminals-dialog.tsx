import { useState, type SubmitEvent } from 'react';
import type { AddedTerminal } from '../../preload/contract.ts';
import { request } from '../bridge.ts';
import { Button } from '../components/button.tsx';
import { cx } from '../components/cx.ts';
import { DialogButtons } from '../components/dialog-buttons.tsx';
import { Dialog } from '../components/dialog.tsx';
import { Field, textareaLook } from '../components/field.tsx';
import { useWords } from '../hooks/use-words.ts';
import type { StoreOverview } from '../model.ts';

/** Several POIIDs at once, as pasted; then what became of each. */
export function AddTerminalsDialog({ store, onClose }: { store: StoreOverview; onClose: () => void }) {
  const words = useWords();
  const [text, setText] = useState('');
  const [error, setError] = useState<string>();
  const [added, setAdded] = useState<AddedTerminal[] | null>(null);

  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const reply = await request('terminals.add', { account: store.account, store: store.reference, text });
    if (reply.ok) setAdded(reply.value.added);
    else setError(words(`problem:error.${reply.error.code}`, reply.error.params));
  };

  return (
    <Dialog title={words('terminals:add.title', { store: store.name })} onClose={onClose}>
      {added === null ? (
        <form onSubmit={(event) => void submit(event)}>
          <p className="mb-3 text-soft">{words('terminals:add.explain')}</p>
          <Field label={words('terminals:add.label')} hint={words('terminals:add.hint')} error={error}>
            {(ties) => (
              <textarea
                {...ties}
                rows={4}
                spellCheck={false}
                maxLength={100_000}
                value={text}
                onChange={(event) => {
                  setText(event.target.value);
                  setError(undefined);
                }}
                className={cx(textareaLook, 'resize-none')}
              />
            )}
          </Field>
          <DialogButtons>
            <Button onClick={onClose}>{words('common:cancel')}</Button>
            <Button type="submit" look="primary" disabled={text.trim() === ''}>
              {words('terminals:add.submit')}
            </Button>
          </DialogButtons>
        </form>
      ) : (
        <>
          <div role="status">
            <ul aria-label={words('terminals:add.results')} className="flex flex-col gap-2">
              {added.map(({ poiid, outcome }) => (
                <li key={`${poiid} ${outcome}`} className="break-words">
                  <span className="font-semibold select-text">{poiid}</span>{' '}
                  <span className={outcome === 'unusable' ? 'text-bad' : 'text-soft'}>
                    {words(`terminals:add.outcome.${outcome}`)}
                  </span>
                </li>
              ))}
            </ul>
          </div>
          <DialogButtons>
            <Button look="primary" autoFocus onClick={onClose}>
              {words('common:done')}
            </Button>
          </DialogButtons>
        </>
      )}
    </Dialog>
  );
}
