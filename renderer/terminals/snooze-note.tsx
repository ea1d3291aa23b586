import { BellOff } from 'lucide-react';
import { createMoment } from '../../assets/locales/moment.ts';
import { Button } from '../components/button.tsx';
import { useAsk } from '../hooks/use-ask.ts';
import { useLocale } from '../hooks/use-locale.ts';
import { useQuiet } from '../hooks/use-quiet.ts';
import { useWords } from '../hooks/use-words.ts';

const everything = { kind: 'all' } as const;

/** Says that nobody is told of anything, until when, and how to end it. Nothing while that is not so. */
export function SnoozeNote({ now }: { now: number }) {
  const words = useWords();
  const ask = useAsk();
  const locale = useLocale();
  const snooze = useQuiet().snoozeOf(everything);
  if (snooze === null) return null;
  const text =
    snooze.until === null
      ? words('terminals:snooze.activeUntilRecovery')
      : words('terminals:snooze.activeUntil', { at: createMoment(now, locale)(snooze.until) });
  return (
    <p role="status" className="mt-1 flex gap-x-2 text-sm">
      <BellOff aria-hidden className="mt-0.5 size-4 shrink-0" />
      <span className="flex min-w-0 flex-wrap items-center gap-x-1">
        <span className="font-semibold">{text}</span>
        <Button
          look="quiet"
          className="-my-1.5 px-1.5 text-sm"
          onClick={() => void ask('quiet.endSnooze', { scope: everything })}
        >
          {words('terminals:snooze.end')}
        </Button>
      </span>
    </p>
  );
}
