import type { Words } from '../../assets/locales/index.ts';
import { Button } from '../components/button.tsx';
import { DialogButtons } from '../components/dialog-buttons.tsx';
import { Spinner } from '../components/spinner.tsx';
import { useWords } from '../hooks/use-words.ts';
import type { ImportProgress } from './model.ts';

/** How far the asking has come. Only the step is read aloud: numbers that run would not let anybody finish a thought. */
export function ProgressView({
  progress,
  onSkip,
  onCancel,
}: {
  progress: ImportProgress | null;
  onSkip: () => void;
  onCancel: () => void;
}) {
  const words = useWords();
  const { step, done, total, waitMs } = progress ?? { step: 'key', done: 0, total: 0, waitMs: null };
  const label = words(`import:progress.${step}`);
  return (
    <>
      <p role="status" className="flex items-center gap-2.5 font-semibold">
        <Spinner />
        {label}
      </p>
      <progress
        aria-label={label}
        className="mt-3 block h-2 w-full appearance-none overflow-hidden rounded-full [&::-webkit-progress-bar]:bg-line [&::-webkit-progress-value]:bg-accent forced-colors:[&::-webkit-progress-value]:bg-[Highlight]"
        {...(total > 0 && { value: done, max: total })}
      />
      <p role={waitMs === null ? undefined : 'status'} className="mt-2 min-h-10 text-sm text-soft">
        {detail({ step, done, total, waitMs }, words)}
      </p>
      <DialogButtons>
        {step === 'names' && <Button onClick={onSkip}>{words('import:progress.skip')}</Button>}
        <Button autoFocus onClick={onCancel}>
          {words('common:cancel')}
        </Button>
      </DialogButtons>
    </>
  );
}

function detail({ step, done, total, waitMs }: ImportProgress, words: Words): string {
  if (waitMs !== null) return words('import:progress.wait', { count: Math.ceil(waitMs / 1000) });
  if (total === 0) return words('import:explain');
  return words(step === 'names' ? 'import:progress.name' : 'import:progress.page', { done, total });
}
