import { Button } from '../components/button.tsx';
import { cx } from '../components/cx.ts';
import { useWords } from '../hooks/use-words.ts';
import type { AccountFormModel } from './use-account-form.ts';

/** Says that something of an account is not saved, and leads to it or gives it up. */
export function UnsavedNote({
  model: { unsaved, discard },
  onShow,
  className,
}: {
  model: Pick<AccountFormModel, 'unsaved' | 'discard'>;
  onShow: () => void;
  className?: string;
}) {
  const words = useWords();
  if (unsaved === null) return null;
  return (
    <p
      role="alert"
      className={cx(
        'flex flex-wrap items-center gap-x-2',
        unsaved === 'wrong' ? 'text-bad' : 'text-warn',
        className,
      )}
    >
      {words(`settings:accounts.unsaved.${unsaved}`)}
      <Button look="quiet" onClick={onShow}>
        {words('settings:accounts.showUnsaved')}
      </Button>
      <Button look="quiet" onClick={discard}>
        {words('settings:accounts.discard')}
      </Button>
    </p>
  );
}
