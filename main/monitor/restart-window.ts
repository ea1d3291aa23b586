/** When the terminals of a store restart by plan. */
export interface RestartWindow {
  /** Local time of day as `HH:mm`. [O] Management API: `hardware.restartHour`, 6 unless set; `restartLocalTime`. */
  at: string;
  /** How long after it a terminal may be away without anybody being alarmed. */
  graceMinutes: number;
  /** IANA name of the store's time zone; null for that of this PC. */
  timeZone: string | null;
}

/** [O] docs maintain-performance: every 24 h, at 06:00 terminal time unless set otherwise. */
export const usualRestart: RestartWindow = { at: '06:00', graceMinutes: 15, timeZone: null };

const minutesPerDay = 24 * 60;

/**
 * A terminal restarts by its own clock, and a drop is noticed by that of this PC: of the two nothing says how well they
 * agree. One that is a few minutes early must not be told every morning.
 */
const slackMinutes = 5;

/** Whether a planned restart may be what keeps a terminal away at this moment: from a little before its time. */
export function isRestarting(window: RestartWindow | null, now: number): boolean {
  if (window === null || window.graceMinutes <= 0) return false;
  const since = localMinutes(now, window.timeZone) - minutesOf(window.at) + slackMinutes;
  return (since + minutesPerDay) % minutesPerDay < slackMinutes + window.graceMinutes;
}

function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}

/** Minutes since midnight as the clock on the wall there shows them, so that daylight saving needs no thought. */
function localMinutes(at: number, timeZone: string | null): number {
  return minutesOf(
    new Intl.DateTimeFormat('en-GB', {
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
      ...(timeZone === null ? {} : { timeZone }),
    }).format(at),
  );
}
