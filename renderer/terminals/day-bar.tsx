import type { Words } from '../../assets/locales/index.ts';
import { duration } from '../../assets/locales/duration.ts';
import type { Response } from '../../preload/contract.ts';
import { cx } from '../components/cx.ts';
import { useWords } from '../hooks/use-words.ts';

export type RowHistory = Response<'history.bars'>[number];
export type Part = RowHistory['bar'][number];

export type PartState = 'up' | 'down' | 'unwatched';

/** Ticks differ in length as well as in colour. In units of the drawing, which is 20 high. */
const ticks: Record<PartState, { height: number; look: string }> = {
  up: { height: 12, look: 'fill-ok-fill forced-colors:fill-[CanvasText]' },
  down: { height: 18, look: 'fill-bad-fill forced-colors:fill-[Highlight]' },
  unwatched: { height: 4, look: 'fill-edge forced-colors:fill-[GrayText]' },
};
const pitch = 4;

/** The last 24 hours as ticks, oldest first. */
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
      {bar.map((part, at) => {
        const { height, look } = ticks[stateOf(part)];
        return (
          <rect key={at} x={at * pitch + 1} y={(20 - height) / 2} width={2} height={height} rx={0.8} className={look} />
        );
      })}
    </svg>
  );
}

/** However short, an outage shows; what else there was, the longer of the two. */
export function stateOf({ up, down, unwatched }: Part): PartState {
  if (down > 0) return 'down';
  return up > 0 && up >= unwatched ? 'up' : 'unwatched';
}

/** "Last 24 hours: disconnected for 12 min, not watched for 3 h" */
export function barWords(bar: readonly Part[], words: Words): string {
  const sum = (state: PartState) => bar.reduce((total, part) => total + part[state], 0);
  const [up, down, unwatched] = [sum('up'), sum('down'), sum('unwatched')];
  const facts = [
    ...(up > 0 && down === 0 ? [words('terminals:bar.up')] : []),
    ...(down > 0 ? [words('terminals:bar.down', { duration: duration(down, words) })] : []),
    ...(unwatched > 0 ? [words('terminals:bar.unwatched', { duration: duration(unwatched, words) })] : []),
  ];
  return words('terminals:bar.day', { facts: facts.join(', ') });
}
