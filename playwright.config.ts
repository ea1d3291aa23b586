import { defineConfig } from '@playwright/test';

/** Desktop tests: run by `npm test`, inside a display and a session bus of their own (build/desktop-session.mjs). */
export default defineConfig({
  testDir: 'tests/desktop',
  outputDir: 'out/test/desktop',
  // One display: windows of two tests would take each other's focus.
  workers: 1,
  timeout: 60_000,
  forbidOnly: Boolean(process.env['CI']),
  reporter: [['list'], ['json', { outputFile: 'out/test/desktop.json' }]],
});
