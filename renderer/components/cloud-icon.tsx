import type { TerminalStatus, Verdict } from '../model.ts';
import { cx } from './cx.ts';

type Shape = Verdict | TerminalStatus;

const cloud = 'M4.3 13.2a3.55 3.55 0 0 1-.42-7.07 4.55 4.55 0 0 1 8.77.55 3.3 3.3 0 0 1-.3 6.52Z';

/**
 * The cloud of the tray, for a verdict or for one terminal. Shapes differ as well as colours.
 * With `count` a disconnected cloud carries the number; without, an exclamation mark.
 */
export function CloudIcon({
  shape,
  label,
  count,
  className,
}: {
  shape: Shape;
  /** Read aloud; empty where words beside it say the same. */
  label: string;
  count?: number;
  className?: string;
}) {
  return (
    <svg
      viewBox="0 2.6 16 12"
      className={cx('shrink-0', className)}
      {...(label === '' ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label })}
    >
      <Drawing shape={shape} count={count} />
    </svg>
  );
}

function Drawing({ shape, count }: { shape: Shape; count: number | undefined }) {
  switch (shape) {
    case 'connected':
      return (
        <>
          <path d={cloud} className="fill-ok-fill" />
          <path
            d="m5.4 9.2 2 2 3.6-3.9"
            className="fill-none stroke-white"
            strokeWidth={1.6}
            strokeLinecap="round"
            strokeLinejoin="round"
          />
        </>
      );
    case 'disconnected':
      return (
        <>
          <path d={cloud} className="fill-bad-fill" />
          {count === undefined ? <Mark className="stroke-white fill-white" /> : <Number value={count} />}
        </>
      );
    case 'attention':
      return (
        <>
          <path d={cloud} className="fill-warn-fill" />
          <Mark className="stroke-black fill-black" />
        </>
      );
    case 'offline':
      return (
        <>
          <path d={cloud} className="fill-none stroke-off" strokeWidth={1.3} />
          <path d="M3 14.2 13.2 3.2" className="stroke-off" strokeWidth={1.5} strokeLinecap="round" />
        </>
      );
    case 'suspect':
      return <Dots className="stroke-warn" />;
    case 'unknown':
      return <Dots className="stroke-calm" />;
  }
}

function Mark({ className }: { className: string }) {
  return (
    <>
      <path d="M8.1 6.3v3" className={className} strokeWidth={1.6} strokeLinecap="round" />
      <circle cx="8.1" cy="11.4" r=".95" className={className} strokeWidth={0} />
    </>
  );
}

function Number({ value }: { value: number }) {
  const text = value > 9 ? '9+' : String(value);
  return (
    <text
      x="8.1"
      y="11.7"
      textAnchor="middle"
      className="fill-white font-bold"
      fontSize={text.length > 1 ? 6 : 7}
    >
      {text}
    </text>
  );
}

function Dots({ className }: { className: string }) {
  return (
    <g className={cx('fill-none', className)} strokeLinecap="round">
      <path d={cloud} strokeWidth={1.25} />
      <path d="M5.8 9.6h.01M8.1 9.6h.01M10.4 9.6h.01" strokeWidth={1.7} />
    </g>
  );
}
