import type { App } from 'electron';
import { createMoment } from '../../assets/locales/moment.ts';
import { layFoundation } from '../foundation.ts';
import { checkOnce } from '../monitor/check-once.ts';
import { problemOf } from '../settings/json.ts';
import { managedNotices } from '../settings/view.ts';
import type { CheckArguments } from './arguments.ts';
import { runCheck } from './check.ts';

/** `tillwatch check`, on the profile of the app, which may be running: nothing is written. */
export async function check(app: App, options: CheckArguments): Promise<number> {
  const foundation = await layFoundation(app, { readOnly: true });
  const { clock, language, settings, memory, managed, secrets, demo, words, watchlist, transport, network } =
    foundation;
  await secrets.load();
  await demo.turn(settings.current().demo);
  const code = await runCheck(options, {
    words,
    moment: createMoment(clock.now(), language.locale()),
    watchlist: watchlist(),
    notices: [
      ...managedNotices(managed.current()),
      ...settings.notices(),
      ...memory.notices(),
      ...secrets.notices(),
      ...network.notices(),
    ],
    checkOnce: (wanted) => checkOnce({ ...foundation, remembered: memory.records }, wanted),
    print: (text) => writeAll(process.stdout, `${text}\n`),
    complain: (line) => void process.stderr.write(`${line}\n`),
  });
  await Promise.all([demo.turn(false), transport.close()]);
  return code;
}

/** The process ends right after: what a pipe has not taken by then would be lost. A reader that left is no fault. */
function writeAll(stream: NodeJS.WriteStream, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    // Told to the callback as well; without a listener it would count as a crash.
    stream.once('error', () => {});
    stream.write(text, (error) => (error && problemOf(error) !== 'EPIPE' ? reject(error) : resolve()));
  });
}
