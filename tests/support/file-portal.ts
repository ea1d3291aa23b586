import { pathToFileURL } from 'node:url';
import { Variant } from '@particle/dbus-next';
import { connectBus } from './bus-connection.ts';

/** The desktop's dialogs for files, as programs reach them through the portal. */
export interface FilePortal {
  /** What the user will answer: a path, or null for "Cancel". */
  willSaveTo(path: string | null): void;
  /** The same of the next one to be read. */
  willOpen(path: string | null): void;
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
  const answers: Record<string, string | null> = { SaveFile: null, OpenFile: null };

  bus.answer(({ interface: face, member, body, sender }) => {
    if (face === 'org.freedesktop.DBus.Properties' && member === 'Get' && body[0] === fileChooser) {
      return { signature: 'v', body: [new Variant('u', 4)] };
    }
    if (face !== fileChooser || !(member in answers)) return null;
    const answer = answers[member] ?? null;
    const options = new Map(Object.entries(body[2] ?? {}));
    if (member === 'SaveFile') suggested.push(String(options.get('current_name')));
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
    willSaveTo: (chosen) => (answers['SaveFile'] = chosen),
    willOpen: (chosen) => (answers['OpenFile'] = chosen),
    suggested: () => [...suggested],
    async stop() {
      await bus.disown(name);
      bus.close();
    },
  };
}
