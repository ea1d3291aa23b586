import { useState, type SubmitEvent } from 'react';
import { request } from '../bridge.ts';
import { Button } from '../components/button.tsx';
import { DialogButtons } from '../components/dialog-buttons.tsx';
import { Dialog } from '../components/dialog.tsx';
import { TextField } from '../components/field.tsx';
import { useWords } from '../hooks/use-words.ts';
import type { NamedTerminal } from '../model.ts';

export function RenameDialog({ terminal, onClose }: { terminal: NamedTerminal; onClose: () => void }) {
  const words = useWords();
  const { account, poiid } = terminal;
  const [name, setName] = useState(terminal.name === poiid ? '' : terminal.name);

  const [error, setError] = useState<string>();

  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const reply = await request('terminals.rename', { account, poiid, name });
    if (reply.ok) onClose();
    else setError(words(`problem:error.${reply.error.code}`, reply.error.params));
  };

  return (
    <Dialog title={words('terminals:rename.title')} onClose={onClose}>
      <form onSubmit={(event) => void submit(event)}>
        <TextField
          label={words('terminals:rename.label')}
          hint={words('terminals:rename.hint', { poiid })}
          error={error}
          value={name}
          maxLength={200}
          onFocus={(event) => event.target.select()}
          onChange={(event) => setName(event.target.value)}
        />
        <DialogButtons>
          <Button onClick={onClose}>{words('common:cancel')}</Button>
          <Button type="submit" look="primary">
            {words('terminals:rename.submit')}
          </Button>
        </DialogButtons>
      </form>
    </Dialog>
  );
}
