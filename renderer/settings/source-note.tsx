import { failureWords } from '../../assets/locales/failure.ts';
import type { Words } from '../../assets/locales/index.ts';
import type { AccountView } from '../../preload/contract.ts';
import { cx } from '../components/cx.ts';
import { SupportDetails } from '../components/support-details.tsx';
import { useWords } from '../hooks/use-words.ts';

type SourceInUse = NonNullable<AccountView['inUse']>;

/** Which of the vendor's two lists is asked, and why. */
export function SourceNote({ source, className }: { source: SourceInUse; className?: string }) {
  const words = useWords();
  const failure = failureBehind(source);
  return (
    <div className={cx('text-sm', className)}>
      <p>{sentence(source, words)}</p>
      {failure && <SupportDetails text={failureWords(failure, words).support} />}
    </div>
  );
}

function sentence(source: SourceInUse, words: Words): string {
  switch (source.why) {
    case 'chosen':
      return words(`settings:source.chosen.${source.use}`);
    case 'only':
    case 'answered':
    case 'empty':
    case 'failed':
      return words(`settings:source.${source.why}`);
    case 'refused':
      return source.refusal.kind === 'unauthorized'
        ? words('settings:source.refused.key')
        : words(`settings:source.refused.${source.asked}`);
  }
}

function failureBehind(source: SourceInUse) {
  switch (source.why) {
    case 'refused':
      return source.refusal;
    case 'failed':
      return source.failure;
    default:
      return null;
  }
}
