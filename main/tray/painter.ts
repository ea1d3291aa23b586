import { isDeepStrictEqual } from 'node:util';
import type { TrayIcon } from './icon.ts';
import type { MenuEntry, TrayAction, TrayView } from './view-types.ts';

/** The part of Electron's Tray that is used. */
export interface TrayHandle<Image, Menu> {
  setImage(image: Image): void;
  setToolTip(text: string): void;
  setContextMenu(menu: Menu): void;
  on(event: 'click', listener: () => void): unknown;
  destroy(): void;
}

/** What is used of what Electron builds a menu from. */
export interface MenuItemTemplate {
  type?: 'separator';
  label?: string;
  enabled?: boolean;
  click?: () => void;
  submenu?: MenuItemTemplate[];
}

export interface PainterDeps<Image, Menu> {
  createTray(image: Image): TrayHandle<Image, Menu>;
  buildMenu(template: MenuItemTemplate[]): Menu;
  image(icon: TrayIcon): Image;
  act(action: TrayAction): void;
}

export interface Painter {
  /** Shows the view; what already looks like it is left alone. */
  paint(view: TrayView): void;
  /** Puts up a new icon that shows the same, for a desktop that has not taken the old one. */
  remake(): void;
  destroy(): void;
}

/** Keeps the tray referenced: Electron takes away the icon of one that is garbage collected. */
export function createPainter<Image, Menu>(deps: PainterDeps<Image, Menu>): Painter {
  let painted: { tray: TrayHandle<Image, Menu>; view: TrayView } | null = null;

  function create(icon: TrayIcon): TrayHandle<Image, Menu> {
    const tray = deps.createTray(deps.image(icon));
    // What activates an icon differs between desktops, and macOS opens the menu instead: the menu has
    // everything that a click does.
    tray.on('click', () => deps.act({ kind: 'open', terminal: null }));
    return tray;
  }

  const painter: Painter = {
    paint(view) {
      const shown = painted?.view;
      const tray = painted?.tray ?? create(view.icon);
      if (shown && shown.icon !== view.icon) tray.setImage(deps.image(view.icon));
      if (shown?.tooltip !== view.tooltip) tray.setToolTip(view.tooltip);
      // On Linux a change shows only once the menu is set again; an equal one is not set, because some
      // hosts close the open menu over it.
      if (!isDeepStrictEqual(shown?.menu, view.menu)) {
        tray.setContextMenu(deps.buildMenu(view.menu.map((entry) => template(entry, deps.act))));
      }
      painted = { tray, view };
    },
    remake() {
      const view = painted?.view;
      painter.destroy();
      if (view) painter.paint(view);
    },
    destroy() {
      painted?.tray.destroy();
      painted = null;
    },
  };
  return painter;
}

function template(entry: MenuEntry, act: (action: TrayAction) => void): MenuItemTemplate {
  switch (entry.kind) {
    case 'separator':
      return { type: 'separator' };
    case 'line':
      return { label: entry.label, enabled: false };
    case 'item':
      return { label: entry.label, enabled: entry.enabled, click: () => act(entry.action) };
    case 'submenu':
      return { label: entry.label, submenu: entry.entries.map((inner) => template(inner, act)) };
  }
}
