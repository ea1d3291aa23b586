import type { ComponentProps, ReactNode } from 'react';
import { cx } from './cx.ts';

/** A framed group; what is directly in it is divided by lines. */
export function Card({ className, ...rest }: ComponentProps<'div'>) {
  return (
    <div
      {...rest}
      className={cx('divide-y divide-line rounded-xl border border-line bg-card shadow-card', className)}
    />
  );
}

/** One setting: its words at the left, its control at the right. */
export function SettingRow({
  label,
  hint,
  children,
}: {
  label: ReactNode;
  hint: ReactNode;
  children: ReactNode;
}) {
  return (
    <div className="flex flex-wrap items-center gap-x-6 gap-y-2 px-4 py-3.5">
      <div className="min-w-56 flex-1">
        <div className="font-semibold">{label}</div>
        <div className="text-sm text-soft">{hint}</div>
      </div>
      {children}
    </div>
  );
}
