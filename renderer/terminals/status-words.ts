import { duration } from '../../assets/locales/duration.ts';
import type { Words } from '../../assets/locales/index.ts';
import type { TerminalOverview } from '../model.ts';

/** As `duration` counts: less has no number. In ms. */
const minute = 60_000;

/** The state of one terminal as a short phrase, with how long it has lasted. */
export function statusWords(terminal: TerminalOverview, now: number, words: Words): string {
  const { status, since, neverSeen } = terminal;
  const ms = since === null ? null : now - since;
  const lasted = ms === null ? null : duration(ms, words);
  const isNew = ms !== null && ms < minute;
  switch (status) {
    case 'connected':
      if (isNew) return words('terminals:status.connectedNow');
      return lasted === null
        ? words('terminals:status.connected')
        : words('terminals:status.connectedFor', { duration: lasted });
    case 'suspect':
      return words('terminals:status.suspect');
    case 'disconnected':
      if (neverSeen) return words('terminals:status.neverSeen');
      if (isNew) return words('terminals:status.disconnectedNow');
      return lasted === null
        ? words('terminals:status.disconnected')
        : words('terminals:status.disconnectedFor', { duration: lasted });
    case 'unknown':
      if (neverSeen) return words('terminals:status.notChecked');
      return lasted === null
        ? words('terminals:status.unknown')
        : words('terminals:status.unknownFor', { duration: lasted });
  }
}
