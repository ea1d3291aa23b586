import type { RenderProcessGoneDetails } from 'electron';

/** A page that crashes again within this time would do so for ever; ms. */
const calmMs = 60_000;

/** Whether the window is to be opened again after its page has gone. */
export function shouldReopen(
  { reason }: Pick<RenderProcessGoneDetails, 'reason'>,
  reopenedAt: number | null,
  now: number,
): boolean {
  if (reason === 'clean-exit') return false;
  return reopenedAt === null || now - reopenedAt >= calmMs;
}
