import { type App } from 'electron';
import { layFoundation } from '../foundation.ts';
import { checkOnce } from '../monitor/check-once.ts';
import { managedNotices } from '../settings/view.ts';
import type { CheckArguments } from './arguments.ts';
import { runCheck } from './check.ts';

/** `tillwatch check`, on the profile of the app, which may be running: nothing is written. */
export async function check(app: App, options: CheckArguments): Promise<number> {
  const foundation = await layFoundation(app, { readOnly: true });
  const { settings, memory, managed, secrets, demo, words, watchlist, transport } = foundation;
  await demo.turn(settings.current().demo);
  const code = await runCheck(options, {
    words,
    watchlist: watchlist(),
    notices: [...managedNotices(managed), ...settings.notices(), ...memory.notices(), ...secrets.notices()],
    checkOnce: (wanted) => checkOnce({ ...foundation, remembered: memory.records }, wanted),
    print: (text) => void process.stdout.write(`${text}\n`),
    complain: (line) => void process.stderr.write(`${line}\n`),
  });
  await Promise.all([demo.turn(false), transport.close()]);
  return code;
}
