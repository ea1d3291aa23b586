import { Menu, type NativeImage } from 'electron';
import { createAct, type ActDeps } from './act.ts';
import type { FirstSight } from './first-sight.ts';
import type { Foundation } from './foundation.ts';
import type { Overview } from './monitor/overview-types.ts';
import type { QuietView } from './monitor/quiet.ts';
import { setBy } from './settings/managed.ts';
import { trayInUse } from './settings/tray.ts';
import { createIconLog } from './tray/icon-log.ts';
import { createPainter } from './tray/painter.ts';
import { createPainters, type Painters } from './tray/painters.ts';
import { subjectsOf } from './tray/subjects.ts';
import { createTrayViews } from './tray/view-model.ts';

export interface TrayIcons extends Omit<Painters, 'paint'> {
  /** What is new of it is painted, and a change of state is in the log. */
  show(overview: Overview, quiet: QuietView): void;
}

/** @param round number of the round that was begun last */
export function createTrayIcons(
  {
    clock,
    words,
    language,
    settings,
    managed,
    log,
  }: Pick<Foundation, 'clock' | 'words' | 'language' | 'settings' | 'managed' | 'log'>,
  { createTray, image }: Pick<FirstSight, 'createTray' | 'image'>,
  { round, ...act }: ActDeps & { round: () => number },
): TrayIcons {
  const { paint, ...painters } = createPainters(() =>
    createPainter<NativeImage, Menu>({
      createTray,
      buildMenu: (template) => Menu.buildFromTemplate(template),
      image,
      act: createAct(act),
    }),
  );
  const trayViews = createTrayViews();
  const noteChanges = createIconLog((change) =>
    log.info('the icon has changed', { ...change, round: round() }),
  );
  return {
    ...painters,
    show(overview, quiet) {
      const { icons } = trayInUse(settings.current().tray, setBy(managed.current())?.trayIcons ?? null);
      const subjects = subjectsOf(overview, icons, words);
      paint(trayViews(subjects, { quiet, now: clock.now(), words, locale: language.locale() }));
      noteChanges(subjects, quiet);
    },
  };
}
