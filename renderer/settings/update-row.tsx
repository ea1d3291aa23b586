import { RotateCw } from 'lucide-react';
import { createMoment } from '../../assets/locales/moment.ts';
import type { UpdateState } from '../../preload/updates.ts';
import { Button } from '../components/button.tsx';
import { SettingRow } from '../components/card.tsx';
import { Spinner } from '../components/spinner.tsx';
import { useAsk } from '../hooks/use-ask.ts';
import { useLocale } from '../hooks/use-locale.ts';
import { useNow } from '../hooks/use-now.ts';
import { useWords } from '../hooks/use-words.ts';

const minute = 60_000;

/** How it goes with updates, and the one thing to do about it. */
export function UpdateRow({ state }: { state: UpdateState }) {
  const words = useWords();
  const ask = useAsk();
  const locale = useLocale();
  const now = useNow(minute);

  const hint = (): string => {
    switch (state.is) {
      case 'unable':
        return words(`settings:updates.unable.${state.why}`);
      case 'failed':
        return words(`settings:updates.failed.${state.why}`);
      case 'current':
        return words('settings:updates.hint.current', { at: createMoment(now, locale)(state.at) });
      default:
        return words(`settings:updates.hint.${state.is}`);
    }
  };

  return (
    <SettingRow
      label={
        <span role="status" className="inline-flex items-center gap-2">
          {(state.is === 'checking' || state.is === 'downloading') && <Spinner />}
          {words(`settings:updates.state.${state.is}`, { ...state })}
        </span>
      }
      hint={hint()}
    >
      {(state.is === 'waiting' || state.is === 'current' || state.is === 'failed') && (
        <Button onClick={() => void ask('updates.check', undefined)}>
          {words('settings:updates.check')}
        </Button>
      )}
      {state.is === 'ready' && (
        <Button look="primary" onClick={() => void ask('updates.restart', undefined)}>
          <RotateCw aria-hidden className="size-4" />
          {words('settings:updates.restart')}
        </Button>
      )}
    </SettingRow>
  );
}
