import { join } from 'node:path';
import type { App, BrowserWindow, Dialog } from 'electron';
import type { Exporting } from './ipc/export.ts';
import { printDocument, type PrintDeps } from './window/print.ts';

export interface ExportingDeps extends PrintDeps {
  dialog: Pick<Dialog, 'showSaveDialog'>;
  /** The window that the user is at. */
  focused: () => BrowserWindow | null;
  app: Pick<App, 'getPath'>;
  locale: () => string;
}

/** The system's dialog for where a file goes, and its printing. */
export function createExporting({ dialog, focused, app, locale, ...print }: ExportingDeps): Exporting {
  let printed: Promise<unknown> = Promise.resolve();
  return {
    async choose(suggested, extension) {
      const options = {
        defaultPath: join(app.getPath('documents'), `${suggested}.${extension}`),
        filters: [{ name: extension.toUpperCase(), extensions: [extension] }],
      };
      const parent = focused();
      const { canceled, filePath } = await (parent
        ? dialog.showSaveDialog(parent, options)
        : dialog.showSaveDialog(options));
      return canceled || filePath === '' ? null : filePath;
    },
    // One after the other: they share the place that the document is loaded from.
    print(html) {
      const next = printed.catch(() => {}).then(() => printDocument(print, html, locale()));
      printed = next;
      return next;
    },
  };
}
