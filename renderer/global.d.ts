import type { Bridge } from '../preload/index.ts';

declare global {
  interface Window {
    readonly tillwatch: Bridge;
  }
}
