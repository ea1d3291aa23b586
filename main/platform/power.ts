/** What matters here of Electron's. */
interface PowerMonitor {
  on(event: 'suspend', listener: () => void): unknown;
  on(event: 'resume', listener: () => void): unknown;
  on(event: 'unlock-screen', listener: () => void): unknown;
}

/**
 * Sleep and wake of this PC. Unlocking counts as a wake: somebody is back, and wants to see what is true now.
 * Linux tells of neither lock nor unlock (electron: api/power-monitor), and of sleep only with a system bus; what
 * is missed here, the engine notices by itself.
 */
export function watchPower(monitor: PowerMonitor, engine: { suspend(): void; resume(): void }): void {
  monitor.on('suspend', () => engine.suspend());
  monitor.on('resume', () => engine.resume());
  monitor.on('unlock-screen', () => engine.resume());
}
