import { connectionHandlers } from './connection.ts';
import { configurationHandlers } from './configuration.ts';
import { diagnosticsHandlers } from './diagnostics.ts';
import { exportHandlers } from './export.ts';
import { historyHandlers } from './history.ts';
import { importHandlers } from './import.ts';
import { keyHandlers } from './keys.ts';
import { monitorHandlers } from './monitor.ts';
import { networkHandlers } from './network.ts';
import { quietHandlers } from './quiet.ts';
import { done, type Handlers } from './register.ts';
import type { Services } from './services.ts';
import { settingsHandlers } from './settings.ts';
import { setupHandlers } from './setup.ts';
import { terminalHandlers } from './terminals.ts';
import { updatesHandlers } from './updates.ts';
import { createWaits } from './waits.ts';

export function createHandlers(services: Services): Handlers {
  const { engine, desk, notifications, navigation, version } = services;
  const waits = createWaits();
  return {
    'app.snapshot': () =>
      done({
        overview: engine.overview(),
        settings: desk.view(),
        quiet: notifications.quiet(),
        navigation: navigation(),
        version,
      }),
    ...monitorHandlers(services),
    ...terminalHandlers(services),
    ...settingsHandlers(services),
    ...keyHandlers(services),
    ...connectionHandlers({ ...services, waits }),
    ...setupHandlers({ ...services, waits }),
    ...importHandlers(services),
    ...networkHandlers(services),
    ...updatesHandlers(services),
    ...quietHandlers(services),
    ...historyHandlers(services),
    ...exportHandlers(services),
    ...configurationHandlers(services),
    ...diagnosticsHandlers(services),
  };
}
