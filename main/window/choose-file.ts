import type { BrowserWindow, Dialog } from 'electron';

export interface ChooseFileDeps {
  dialog: Pick<Dialog, 'showOpenDialog'>;
  /** The window that the user is at. */
  focused: () => BrowserWindow | null;
}

/** The system's dialog for one file of these kinds; null where none was chosen. */
export function createChooseFile({ dialog, focused }: ChooseFileDeps) {
  return async (extensions: string[]): Promise<string | null> => {
    const name = extensions.map((extension) => `.${extension}`).join(', ');
    const options = { properties: ['openFile' as const], filters: [{ name, extensions }] };
    const parent = focused();
    const { filePaths } = await (parent
      ? dialog.showOpenDialog(parent, options)
      : dialog.showOpenDialog(options));
    return filePaths[0] ?? null;
  };
}
