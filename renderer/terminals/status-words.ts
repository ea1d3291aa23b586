import { duration } from '../../assets/locales/duration.ts';
import type { Words } from '../../assets/locales/index.ts';
import type { TerminalOverview } from '../model.ts';

/** The state of one terminal as a short phrase, with how long it has lasted. */
export function statusWords(terminal: TerminalOverview, now: number, words: Words): string {
  const { status, since, neverSeen } = terminal;
  const lasted = since === null ? null : duration(now - since, words);
  switch (status) {
    case 'connected':
      return lasted === null
        ? words('terminals:status.connected')
        : words('terminals:status.connectedFor', { duration: lasted });
    case 'suspect':
      return words('terminals:status.suspect');
    case 'disconnected':
      if (neverSeen) return words('terminals:status.neverSeen');
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
