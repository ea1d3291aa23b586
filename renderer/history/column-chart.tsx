import { useId } from 'react';
import { percent } from '../../assets/locales/percent.ts';
import { cx } from '../components/cx.ts';
import { useSize } from '../hooks/use-size.ts';
import { useLocale } from '../hooks/use-locale.ts';
import { useWords } from '../hooks/use-words.ts';
import { scaleOf } from './scale.ts';

export interface Column {
  /** Unique; sorts nothing. */
  key: number;
  /** In words, for who points at it or hears it. */
  when: string;
  incidents: number;
  storeWide: number;
  /** 0 to 1. */
  watched: number;
}

/** In pixels where letters have their usual size; larger letters have a larger chart around them. */
const usual = { width: 450, height: 170 };
const plot = { left: 34, top: 8, bottom: 146, below: 164, bar: 26 };

/**
 * Incidents as columns, in time or by hour. Where nobody was watching there is no column, but a hatched ground: no
 * incident is known of, which is not the same as none.
 */
export function ColumnChart({
  title,
  columns,
  labels,
}: {
  title: string;
  columns: readonly Column[];
  /** Below the first, the middle and the last column. */
  labels: [string, string, string];
}) {
  const words = useWords();
  const locale = useLocale();
  const id = useId();
  const { top, ticks } = scaleOf(Math.max(0, ...columns.map(({ incidents }) => incidents)));
  const [ref, { width, height }] = useSize<HTMLDivElement>(usual);
  const scale = height / usual.height;
  const [left, right] = [plot.left * scale, width - 4];
  const [ceiling, ground] = [plot.top * scale, plot.bottom * scale];
  const pitch = (right - left) / Math.max(1, columns.length);
  const yOf = (value: number) => ground - (value / top) * (ground - ceiling);
  const wordsOf = ({ when, incidents, watched }: Column) =>
    watched === 0 && incidents === 0
      ? words('history:chart.unwatched', { when })
      : words(watched < 0.995 ? 'history:chart.barWatched' : 'history:chart.bar', {
          when,
          incidents: words('history:chart.incidents', { count: incidents }),
          watched: percent(watched, locale, words, 0),
        });
  const total = columns.reduce((sum, { incidents }) => sum + incidents, 0);
  const most = columns.reduce<Column | null>(
    (best, column) => (column.incidents > (best?.incidents ?? 0) ? column : best),
    null,
  );

  return (
    <figure className="min-w-0 rounded-xl border border-line bg-card px-4 pt-3 pb-2 shadow-card">
      <figcaption className="flex flex-wrap items-baseline justify-between gap-x-4">
        <span className="font-semibold">{title}</span>
        <span className="flex flex-wrap gap-x-4">
          {columns.some(({ storeWide }) => storeWide > 0) && (
            <Legend look="bg-bad-fill forced-colors:bg-[Highlight]">
              {words('history:chart.legendWide')}
            </Legend>
          )}
          {columns.some(({ watched }) => watched === 0) && (
            <Legend look="border border-dashed border-edge bg-page">
              {words('history:chart.legendUnwatched')}
            </Legend>
          )}
        </span>
      </figcaption>
      <div ref={ref} className="mt-1 h-[10.625rem]">
        <svg
          role="img"
          aria-label={
            most === null
              ? words('history:chart.summaryNone', { title })
              : words('history:chart.summary', {
                  title,
                  incidents: words('history:chart.incidents', { count: total }),
                  when: most.when,
                })
          }
          viewBox={`0 0 ${width} ${height}`}
          className="size-full"
        >
          <defs>
            <pattern id={id} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
              <path d="M0 0v6" className="stroke-line" strokeWidth="3" />
            </pattern>
          </defs>
          {ticks.map((tick) => (
            <g key={tick}>
              <path d={`M${left} ${yOf(tick)}H${right}`} className="stroke-line" />
              <text
                x={left - 8 * scale}
                y={yOf(tick) + 4 * scale}
                textAnchor="end"
                className="fill-soft text-[0.6875rem] tabular-nums"
              >
                {tick.toLocaleString(locale)}
              </text>
            </g>
          ))}
          {columns.map((column, at) => {
            const x = left + at * pitch;
            const { incidents, storeWide, watched } = column;
            const bar = Math.max(1.5, Math.min(pitch * 0.62, plot.bar * scale));
            return (
              <g key={column.key} className="group">
                <title>{wordsOf(column)}</title>
                <rect
                  x={x}
                  y={ceiling}
                  width={pitch}
                  height={ground - ceiling}
                  fill={watched === 0 ? `url(#${id})` : 'transparent'}
                  className={cx(watched > 0 && 'group-hover:fill-hover')}
                />
                {[
                  { from: 0, to: storeWide, look: 'fill-bad-fill forced-colors:fill-[Highlight]' },
                  { from: storeWide, to: incidents, look: 'fill-accent forced-colors:fill-[CanvasText]' },
                ].map(
                  ({ from, to, look }) =>
                    to > from && (
                      <rect
                        key={look}
                        x={x + (pitch - bar) / 2}
                        y={yOf(to)}
                        width={bar}
                        height={yOf(from) - yOf(to)}
                        className={look}
                      />
                    ),
                )}
              </g>
            );
          })}
          <path d={`M${left} ${ground}H${right}`} className="stroke-edge" />
          {labels.map((label, at) => (
            <text
              // Three places, whatever stands in them.
              key={['first', 'middle', 'last'][at]}
              x={left + ((right - left) * at) / 2}
              y={plot.below * scale}
              textAnchor={(['start', 'middle', 'end'] as const)[at]}
              className="fill-soft text-[0.6875rem] tabular-nums"
            >
              {label}
            </text>
          ))}
        </svg>
      </div>
      <table className="sr-only">
        <caption>{title}</caption>
        <thead>
          <tr>
            <th>{words('history:chart.when')}</th>
            <th>{words('history:chart.count')}</th>
          </tr>
        </thead>
        <tbody>
          {columns
            .filter(({ incidents }) => incidents > 0)
            .map(({ key, when, incidents }) => (
              <tr key={key}>
                <td>{when}</td>
                <td>{incidents.toLocaleString(locale)}</td>
              </tr>
            ))}
        </tbody>
      </table>
    </figure>
  );
}

function Legend({ look, children }: { look: string; children: string }) {
  return (
    <span className="inline-flex items-center gap-1.5 text-sm text-soft">
      <span aria-hidden className={cx('size-2.5 rounded-sm', look)} />
      {children}
    </span>
  );
}
