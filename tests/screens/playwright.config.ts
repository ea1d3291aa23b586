import { defineConfig } from '@playwright/test';

/** Not a test: takes a picture of every scene. Run by `npm run screens`. */
export default defineConfig({
  testDir: '.',
  outputDir: '../../out/test/screens',
  workers: 1,
  timeout: 60_000,
  reporter: 'list',
});
