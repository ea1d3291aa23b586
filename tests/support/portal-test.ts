import { test as base } from './desktop-test.ts';
import { startFilePortal, type FilePortal } from './file-portal.ts';

export { expect } from './desktop-test.ts';

/** With the desktop's dialogs for files, answered by the test. */
export const test = base.extend<{ portal: FilePortal }>({
  portal: [
    async ({ bus }, provide) => {
      const portal = await startFilePortal(bus.address);
      await provide(portal);
      await portal.stop();
    },
    { auto: true },
  ],
});
