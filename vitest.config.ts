import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/{unit,integration}/**/*.test.{ts,tsx}'],
    // What hangs is to be found, not what is slow because the machine does something else as well.
    testTimeout: 30_000,
    hookTimeout: 30_000,
  },
});
