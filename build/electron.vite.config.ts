import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import { resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');

/**
 * Three bundles with nothing left outside but Electron and Node: the packaged app carries no node_modules.
 * The targets are those of the oldest Electron that must run them (33, in development), not of the shipped one.
 */
export default defineConfig({
  main: {
    resolve: { alias: [{ find: /^undici$/, replacement: resolve(import.meta.dirname, 'undici.mjs') }] },
    build: {
      target: 'node20.18',
      externalizeDeps: false,
      rolldownOptions: {
        input: {
          index: resolve(root, 'main/index.ts'),
          // Runs under plain Node as well, so it may share chunks with the app but never Electron.
          simulator: resolve(root, 'main/simulator/standalone.ts'),
          // A thread of its own.
          history: resolve(root, 'main/history/worker.ts'),
        },
        // V8 keeps the text of what it runs, so comments and indentation would cost memory all day; with the names
        // left as they are, a stack in the log can be read.
        output: {
          format: 'es',
          minify: { compress: false, mangle: false, codegen: { removeWhitespace: true } },
        },
      },
    },
  },
  preload: {
    build: {
      target: 'node20.18',
      externalizeDeps: false,
      rolldownOptions: {
        input: { index: resolve(root, 'preload/index.ts') },
        // A sandboxed preload script can only be CommonJS.
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: resolve(root, 'renderer'),
    base: './',
    plugins: [react(), tailwindcss()],
    build: {
      target: 'chrome130',
      // The page's policy allows no inline code, and no data: URLs but images.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rolldownOptions: { input: resolve(root, 'renderer/index.html') },
    },
  },
});
