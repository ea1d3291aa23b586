import { pathToFileURL } from 'node:url';
import { Variant } from '@particle/dbus-next';
import { connectBus } from './bus-connection.ts';

/** The desktop's dialogs for files, as programs reach them through the portal. */
export interface FilePortal {
  /** What the user will answer: a path, or null for "Cancel". */
  willSaveTo(path: string | null): void;
  /** Names that were suggested, in order. */
  suggested(): string[];
  stop(): Promise<void>;
}

const name = 'org.freedesktop.portal.Desktop';
const path = '/org/freedesktop/portal/desktop';
const fileChooser = 'org.freedesktop.portal.FileChooser';

/** Must be there before the app starts: it looks for it only once. */
export async function startFilePortal(address: string): Promise<FilePortal> {
  const bus = await connectBus(address);
  const suggested: string[] = [];
  let answer: string | null = null;

  bus.answer(({ interface: face, member, body, sender }) => {
    if (face === 'org.freedesktop.DBus.Properties' && member === 'Get' && body[0] === fileChooser) {
      return { signature: 'v', body: [new Variant('u', 4)] };
    }
    if (face !== fileChooser || member !== 'SaveFile') return null;
    const options = new Map(Object.entries(body[2] ?? {}));
    suggested.push(String(options.get('current_name')));
    const request = `${path}/request/${sender.slice(1).replaceAll('.', '_')}/${String(options.get('handle_token'))}`;
    const [response, results] =
      answer === null ? [1, {}] : [0, { uris: new Variant('as', [pathToFileURL(answer).href]) }];
    // Behind the answer to the call, as portals do it.
    setImmediate(() =>
      bus.emit(request, 'org.freedesktop.portal.Request', 'Response', 'ua{sv}', [response, results]),
    );
    return { signature: 'o', body: [request] };
  });

  await bus.own(name);
  return {
    willSaveTo: (chosen) => (answer = chosen),
    suggested: () => [...suggested],
    async stop() {
      await bus.disown(name);
      bus.close();
    },
  };
}
