import type { Words } from '../../assets/locales/index.ts';
import type { ConfigurationChanges } from '../../preload/configuration.ts';
import { Button } from '../components/button.tsx';
import { DialogButtons } from '../components/dialog-buttons.tsx';
import { Dialog } from '../components/dialog.tsx';
import { useToast } from '../components/toaster.tsx';
import { useAsk } from '../hooks/use-ask.ts';
import { useLocale } from '../hooks/use-locale.ts';
import { useWords } from '../hooks/use-words.ts';
import { countWords } from '../import/counts.ts';
import type { ShownConfiguration } from './configuration-card.tsx';

/** What a file would change, or why it cannot be taken over. */
export function ConfigurationDialog({ shown, onClose }: { shown: ShownConfiguration; onClose: () => void }) {
  const words = useWords();
  const ask = useAsk();
  const toast = useToast();

  const undo = async (preview: string) => {
    const { ok } = await ask('configuration.undo', { preview });
    if (ok) toast({ text: words('settings:configuration.undone') });
  };
  const take = async (preview: string) => {
    const { ok } = await ask('configuration.take', { preview });
    onClose();
    if (!ok) return;
    toast({
      text: words('settings:configuration.taken'),
      action: { label: words('common:undo'), run: () => void undo(preview) },
      stays: true,
    });
  };

  return (
    <Dialog title={words(`settings:configuration.${shown.kind}`)} onClose={onClose}>
      <p className="mb-3 text-sm break-words text-soft select-text">{shown.file}</p>
      {shown.kind === 'refused' ? (
        <>
          <div role="alert">
            <ul className="flex flex-col gap-1.5">
              {shown.faults.map(({ path, problem }) => (
                <li key={`${path} ${problem}`} className="break-words select-text">
                  {path !== '' && <span className="font-semibold">{path}: </span>}
                  {problem}
                </li>
              ))}
            </ul>
          </div>
          <DialogButtons>
            <Button look="primary" autoFocus onClick={onClose}>
              {words('common:close')}
            </Button>
          </DialogButtons>
        </>
      ) : (
        <>
          <Changes changes={shown.changes} />
          <DialogButtons>
            <Button onClick={onClose}>{words('common:cancel')}</Button>
            {!isNothing(shown.changes) && (
              <Button look="primary" autoFocus onClick={() => void take(shown.id)}>
                {words('settings:configuration.take')}
              </Button>
            )}
          </DialogButtons>
        </>
      )}
    </Dialog>
  );
}

function Changes({ changes }: { changes: ConfigurationChanges }) {
  const words = useWords();
  const locale = useLocale();
  const { accounts, settings, locked } = changes;
  const named = (names: ConfigurationChanges['settings']) =>
    new Intl.ListFormat(locale).format(names.map((name) => words(`settings:configuration.name.${name}`)));
  return (
    <div className="flex flex-col gap-3">
      {accounts.length > 0 && (
        <ul
          aria-label={words('settings:accounts.title')}
          className="max-h-60 divide-y divide-line overflow-y-auto rounded-lg border border-line"
        >
          {accounts.map((account) => (
            <li key={account.id} className="px-3 py-2">
              <p className="font-semibold break-words">{account.merchantAccount}</p>
              <p className="text-sm text-soft">{accountWords(account, words)}</p>
            </li>
          ))}
        </ul>
      )}
      {settings.length > 0 && <p>{words('settings:configuration.changed', { names: named(settings) })}</p>}
      {locked.length > 0 && <p>{words('settings:configuration.locked', { names: named(locked) })}</p>}
      <p className="text-sm text-soft">
        {words(isNothing(changes) ? 'settings:configuration.nothing' : 'settings:configuration.keeps')}
      </p>
    </div>
  );
}

function accountWords(account: ConfigurationChanges['accounts'][number], words: Words): string {
  return words(`settings:configuration.account.${account.what}`, countWords(account, words));
}

function isNothing({ accounts, settings }: ConfigurationChanges): boolean {
  return settings.length === 0 && accounts.every(({ what }) => what === 'same' || what === 'locked');
}
