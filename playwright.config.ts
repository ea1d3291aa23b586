import { defineConfig } from '@playwright/test';

/**
 * Tests of the app and of its packages: run by `npm test`, each kind by itself, inside a display and a session bus of
 * their own (build/desktop-session.mjs).
 */
export default defineConfig({
  testDir: 'tests',
  testMatch: '{desktop,packages}/**/*.spec.ts',
  outputDir: 'out/test/desktop',
  // One display: windows of two tests would take each other's focus.
  workers: 1,
  timeout: 60_000,
  forbidOnly: Boolean(process.env['CI']),
  reporter: [
    ['list'],
    ['json', { outputFile: process.env['PLAYWRIGHT_JSON_OUTPUT_FILE'] ?? 'out/test/specs.json' }],
  ],
});
