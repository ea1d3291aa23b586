import { useId } from 'react';
import { percent } from '../../assets/locales/percent.ts';
import { cx } from '../components/cx.ts';
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

const height = 170;
const plot = { left: 34, top: 8, bottom: 146 };

/**
 * Incidents as columns, in time or by hour. Where nobody was watching there is no column, but a hatched ground: no
 * incident is known of, which is not the same as none.
 */
export function ColumnChart({
  title,
  width,
  columns,
  labels,
}: {
  title: string;
  /** In the pixels in which it is usually shown, so that its letters are as large as others. */
  width: number;
  columns: readonly Column[];
  /** Below the first, the middle and the last column. */
  labels: [string, string, string];
}) {
  const words = useWords();
  const locale = useLocale();
  const id = useId();
  const { top, ticks } = scaleOf(Math.max(0, ...columns.map(({ incidents }) => incidents)));
  const right = width - 4;
  const pitch = (right - plot.left) / Math.max(1, columns.length);
  const yOf = (value: number) => plot.bottom - (value / top) * (plot.bottom - plot.top);
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
      <figcaption className="flex flex-wrap items-baseline gap-x-4 font-semibold">
        <span className="flex-1">{title}</span>
        {columns.some(({ storeWide }) => storeWide > 0) && (
          <Legend look="bg-bad-fill">{words('history:chart.legendWide')}</Legend>
        )}
        {columns.some(({ watched }) => watched === 0) && (
          <Legend look="border border-dashed border-edge bg-page">
            {words('history:chart.legendUnwatched')}
          </Legend>
        )}
      </figcaption>
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
        className="mt-1 w-full"
      >
        <defs>
          <pattern id={id} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <path d="M0 0v6" className="stroke-line" strokeWidth="3" />
          </pattern>
        </defs>
        {ticks.map((tick) => (
          <g key={tick}>
            <path d={`M${plot.left} ${yOf(tick)}H${right}`} className="stroke-line" />
            <text
              x={plot.left - 8}
              y={yOf(tick) + 4}
              textAnchor="end"
              className="fill-soft text-[11px] tabular-nums"
            >
              {tick.toLocaleString(locale)}
            </text>
          </g>
        ))}
        {columns.map((column, at) => {
          const x = plot.left + at * pitch;
          const { incidents, storeWide, watched } = column;
          const bar = Math.max(1.5, Math.min(pitch * 0.62, 26));
          return (
            <g key={column.key} className="group">
              <title>{wordsOf(column)}</title>
              <rect
                x={x}
                y={plot.top}
                width={pitch}
                height={plot.bottom - plot.top}
                fill={watched === 0 ? `url(#${id})` : 'transparent'}
                className={cx(watched > 0 && 'group-hover:fill-hover')}
              />
              {[
                { from: 0, to: storeWide, look: 'fill-bad-fill' },
                { from: storeWide, to: incidents, look: 'fill-accent' },
              ].map(
                ({ from, to, look }) =>
                  to > from && (
                    <rect
                      key={look}
                      x={x + (pitch - bar) / 2}
                      y={yOf(to)}
                      width={bar}
                      height={yOf(from) - yOf(to)}
                      className={cx(look, 'forced-colors:fill-[CanvasText]')}
                    />
                  ),
              )}
            </g>
          );
        })}
        <path d={`M${plot.left} ${plot.bottom}H${right}`} className="stroke-edge" />
        {labels.map((label, at) => (
          <text
            // Three places, whatever stands in them.
            key={['first', 'middle', 'last'][at]}
            x={plot.left + ((right - plot.left) * at) / 2}
            y={height - 6}
            textAnchor={(['start', 'middle', 'end'] as const)[at]}
            className="fill-soft text-[11px] tabular-nums"
          >
            {label}
          </text>
        ))}
      </svg>
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
    <span className="inline-flex items-center gap-1.5 text-sm font-normal text-soft">
      <span aria-hidden className={cx('size-2.5 rounded-sm', look)} />
      {children}
    </span>
  );
}
