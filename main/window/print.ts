import type { BrowserWindow, BrowserWindowConstructorOptions, Session } from 'electron';
import { origin, scheme } from './protocol.ts';

export interface PrintDeps {
  Window: new (options: BrowserWindowConstructorOptions) => BrowserWindow;
  /** The part of Electron's `session` that is used. */
  sessions: { fromPartition(partition: string): Session };
}

/** In memory, and apart from the window's: it holds one document and reaches nothing else. */
const partition = 'print';

const headers = {
  'Content-Type': 'text/html; charset=utf-8',
  'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'",
};

/**
 * A document as the bytes of a PDF file, on the paper that is usual in the region. Drawn in a window of its own that
 * nobody sees and in which nothing runs; it is gone afterwards.
 * @param locale of the region
 */
export async function printDocument(
  { Window, sessions }: PrintDeps,
  html: string,
  locale: string,
): Promise<Uint8Array> {
  const { protocol } = sessions.fromPartition(partition);
  protocol.handle(scheme, () => new Response(html, { headers }));
  const window = new Window({
    show: false,
    webPreferences: { sandbox: true, javascript: false, partition, spellcheck: false },
  });
  try {
    await window.loadURL(`${origin}/report`);
    return await window.webContents.printToPDF({
      pageSize: paperOf(locale),
      printBackground: true,
      displayHeaderFooter: true,
      headerTemplate: '<span></span>',
      footerTemplate:
        '<p style="width: 100%; font-size: 8px; text-align: center"><span class="pageNumber"></span> / <span class="totalPages"></span></p>',
    });
  } finally {
    window.destroy();
    protocol.unhandle(scheme);
  }
}

/** Where letters have the size of the United States (CLDR: territoryContainment and paperSize); A4 everywhere else. */
const letterRegions = ['BZ', 'CA', 'CL', 'CO', 'CR', 'GT', 'MX', 'NI', 'PA', 'PH', 'PR', 'SV', 'US', 'VE'];

function paperOf(locale: string): 'A4' | 'Letter' {
  return letterRegions.includes(new Intl.Locale(locale).maximize().region ?? '') ? 'Letter' : 'A4';
}
