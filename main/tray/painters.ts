import type { Painter } from './painter.ts';
import type { TrayView } from './view-types.ts';

export interface Painters {
  /** Shows an icon for each of these, in their order. */
  paint(views: TrayView[]): void;
  /** See `Painter`. */
  remake(): void;
  destroy(): void;
}

/** As many painters as there are icons to show. Icons come and go at the end, so that the others stay in their place. */
export function createPainters(create: () => Painter): Painters {
  let painters: Painter[] = [];
  return {
    paint(views) {
      for (const left of painters.slice(views.length)) left.destroy();
      painters = views.map((_, at) => painters[at] ?? create());
      views.forEach((view, at) => painters[at]?.paint(view));
    },
    remake() {
      for (const painter of painters) painter.remake();
    },
    destroy() {
      for (const painter of painters) painter.destroy();
    },
  };
}
