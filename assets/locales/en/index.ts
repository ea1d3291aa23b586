import cli from './cli.json' with { type: 'json' };
import common from './common.json' with { type: 'json' };
import duration from './duration.json' with { type: 'json' };
import failure from './failure.json' with { type: 'json' };
import history from './history.json' with { type: 'json' };
import imports from './import.json' with { type: 'json' };
import notification from './notification.json' with { type: 'json' };
import problem from './problem.json' with { type: 'json' };
import settings from './settings.json' with { type: 'json' };
import setup from './setup.json' with { type: 'json' };
import terminals from './terminals.json' with { type: 'json' };
import tray from './tray.json' with { type: 'json' };

/** One file a room. */
export const dictionary = {
  cli,
  common,
  duration,
  failure,
  history,
  import: imports,
  notification,
  problem,
  settings,
  setup,
  terminals,
  tray,
};
