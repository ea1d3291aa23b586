import type { Reply } from '../../preload/contract.ts';
import type { ExportResult } from '../../preload/history.ts';
import { HistoryRefusal } from '../history/client.ts';
import { saveWhole } from '../history/save-whole.ts';
import { problemOf } from '../settings/json.ts';
import type { Exporting, Extension } from './export.ts';
import { done, failed } from './register.ts';

/** Writes a file where the user says: the whole of it or nothing, and then the answer says why. */
export async function saveChosen(
  exporting: Pick<Exporting, 'choose'>,
  suggested: string,
  extension: Extension,
  parts: () => AsyncIterable<string | Uint8Array>,
): Promise<Reply<ExportResult>> {
  const path = await exporting.choose(suggested, extension);
  if (path === null) return done({ saved: null });
  try {
    await saveWhole(path, parts());
    return done({ saved: path });
  } catch (error) {
    if (error instanceof HistoryRefusal) return failed('history', '', { refusal: error.refusal });
    return failed('not-exported', '', { problem: problemOf(error) });
  }
}

/** The day for the name of a file, as 2026-11-25, in this PC's time zone. */
export function dayOf(at: number): string {
  return new Date(at).toLocaleDateString('sv-SE');
}
