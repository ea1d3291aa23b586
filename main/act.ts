import type { Navigation } from '../preload/contract.ts';
import type { Engine } from './monitor/engine.ts';
import type { Notifier } from './notifications/notifier.ts';
import type { TrayAction } from './tray/view-types.ts';

export interface ActDeps {
  /** Asked for when they are needed: the tray is there first. */
  engine: () => Pick<Engine, 'recheck'>;
  quiet: () => Pick<Notifier, 'snooze' | 'endSnooze'>;
  open: (navigation: Navigation) => void;
  quit: () => void;
}

/** Does what is chosen in the tray. */
export function createAct({ engine, quiet, open, quit }: ActDeps): (action: TrayAction) => void {
  return (action) => {
    switch (action.kind) {
      case 'recheck':
        void engine().recheck(action.scope);
        return;
      case 'snooze':
        quiet().snooze(action.scope, action.length);
        return;
      case 'end-snooze':
        quiet().endSnooze(action.scope);
        return;
      case 'open':
        open({ page: 'terminals', terminal: action.terminal });
        return;
      case 'settings':
        open({ page: 'settings', terminal: null });
        return;
      case 'quit':
        quit();
    }
  };
}
