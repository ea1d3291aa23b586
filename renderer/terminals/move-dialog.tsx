import { useState, type SubmitEvent } from 'react';
import { request } from '../bridge.ts';
import { Button } from '../components/button.tsx';
import { DialogButtons } from '../components/dialog-buttons.tsx';
import { Dialog } from '../components/dialog.tsx';
import { Field, inputLook } from '../components/field.tsx';
import { useToast } from '../components/toaster.tsx';
import { useWords } from '../hooks/use-words.ts';
import type { Overview } from '../model.ts';
import type { NamedTerminal } from '../model.ts';

/** To another store of its merchant account. */
export function MoveDialog({
  terminal,
  overview,
  onClose,
}: {
  terminal: NamedTerminal;
  overview: Overview;
  onClose: () => void;
}) {
  const words = useWords();
  const toast = useToast();
  const { account, poiid, name } = terminal;
  // As they were when it opened: a push must not change what is chosen.
  const [stores] = useState(() =>
    overview.stores.filter(
      (store) => store.account === account && !store.terminals.some((one) => one.poiid === poiid),
    ),
  );
  const [store, setStore] = useState(stores[0]?.reference ?? '');
  const [error, setError] = useState<string>();

  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const reply = await request('terminals.move', { account, poiid, store });
    if (!reply.ok) return setError(words(`problem:error.${reply.error.code}`, reply.error.params));
    const to = stores.find(({ reference }) => reference === store)?.name ?? store;
    toast({ text: words('terminals:toast.moved', { name, store: to }) });
    onClose();
  };

  return (
    <Dialog title={words('terminals:move.title', { name })} onClose={onClose}>
      <form onSubmit={(event) => void submit(event)}>
        <Field label={words('terminals:move.label')} hint={words('terminals:move.hint')} error={error}>
          {(ties) => (
            <select
              {...ties}
              value={store}
              onChange={(event) => setStore(event.target.value)}
              className={inputLook}
            >
              {stores.map(({ reference, name: label }) => (
                <option key={reference} value={reference}>
                  {label}
                </option>
              ))}
            </select>
          )}
        </Field>
        <DialogButtons>
          <Button onClick={onClose}>{words('common:cancel')}</Button>
          <Button type="submit" look="primary">
            {words('terminals:move.submit')}
          </Button>
        </DialogButtons>
      </form>
    </Dialog>
  );
}
