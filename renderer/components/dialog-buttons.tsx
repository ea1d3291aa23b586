import type { ReactNode } from 'react';

/** They stay in sight, however long the dialog is that scrolls behind them. */
export function DialogButtons({ children }: { children: ReactNode }) {
  return (
    <div className="sticky bottom-0 -mx-5 -mb-5 flex justify-end gap-2 bg-card px-5 pt-5 pb-5">
      {children}
    </div>
  );
}
