import { cx } from '../components/cx.ts';
import { useWords } from '../hooks/use-words.ts';
import { barWords, stateOf, type Part, type PartState } from './bar.ts';

const states: readonly PartState[] = ['up', 'down', 'unwatched'];

/** Ticks differ in length as well as in colour. Lengths are of a drawing that is 20 high. */
const ticks: Record<PartState, { length: number; look: string }> = {
  up: { length: 12, look: 'stroke-ok-fill forced-colors:stroke-[CanvasText]' },
  down: { length: 20, look: 'stroke-bad-fill forced-colors:stroke-[Highlight]' },
  unwatched: { length: 4, look: 'stroke-edge forced-colors:stroke-[GrayText]' },
};
const pitch = 4;

/** The last 24 hours as ticks, oldest first. One path for each state: a list shows hundreds of ticks. */
export function DayBar({ bar, className }: { bar: readonly Part[]; className?: string }) {
  const words = useWords();
  return (
    <svg
      role="img"
      aria-label={barWords(bar, words)}
      viewBox={`0 0 ${bar.length * pitch} 20`}
      preserveAspectRatio="none"
      className={cx('h-5 shrink-0', className)}
    >
      {states.map((state) => (
        <path key={state} d={ticksOf(bar, state)} strokeWidth={2} className={ticks[state].look} />
      ))}
    </svg>
  );
}

function ticksOf(bar: readonly Part[], state: PartState): string {
  const { length } = ticks[state];
  return bar
    .flatMap((part, at) =>
      stateOf(part) === state ? [`M${at * pitch + pitch / 2} ${10 - length / 2}v${length}`] : [],
    )
    .join('');
}
