import { WebSocket } from 'undici';
import { z } from 'zod';

/**
 * The main process as a debugger sees it: for what the runtime of the tests gives nobody else to see or to do.
 * The app has to be started with `inspectable`.
 */
export interface MainProcess {
  /** What nobody refers to is gone afterwards. */
  collectGarbage(): Promise<void>;
  /** As the system would at every notification that is still referred to; settles with their number. */
  emitAtNotifications(event: string, ...args: unknown[]): Promise<number>;
  /** What an expression comes to there, where `require` is Node's; waits for a promise. */
  evaluate(expression: string): Promise<unknown>;
  close(): void;
}

export const inspectable = '--inspect=0';

const answer = z.object({ id: z.number(), result: z.unknown().optional(), error: z.unknown().optional() });
const reference = z.object({ result: z.object({ objectId: z.string() }) });
const evaluated = z.object({ result: z.object({ value: z.unknown() }) });
const references = z.object({ objects: z.object({ objectId: z.string() }) });
const counted = z.object({ result: z.object({ value: z.number() }) });

/** @param output what the app has written so far */
export async function inspectMain(output: string): Promise<MainProcess> {
  const [, address = ''] = /Debugger listening on (ws:\S+)/.exec(output) ?? [];
  const socket = new WebSocket(address);
  await new Promise((resolve, reject) => {
    socket.addEventListener('open', resolve);
    socket.addEventListener('error', reject);
  });
  const waiting = new Map<number, (message: z.infer<typeof answer>) => void>();
  socket.addEventListener('message', ({ data }) => {
    const message = answer.safeParse(JSON.parse(String(data)));
    if (message.success) waiting.get(message.data.id)?.(message.data);
  });

  async function call<T>(method: string, params: object, shape: z.ZodType<T>): Promise<T> {
    const id = waiting.size + 1;
    const answered = new Promise<z.infer<typeof answer>>((resolve) => waiting.set(id, resolve));
    socket.send(JSON.stringify({ id, method, params }));
    const { result, error } = await answered;
    if (error !== undefined) throw new Error(`${method}: ${JSON.stringify(error)}`);
    return shape.parse(result);
  }

  return {
    collectGarbage: async () => void (await call('HeapProfiler.collectGarbage', {}, z.unknown())),
    async emitAtNotifications(event, ...args) {
      const expression = "require('electron').Notification.prototype";
      const prototype = await call(
        'Runtime.evaluate',
        { expression, includeCommandLineAPI: true },
        reference,
      );
      const { objectId: prototypeObjectId } = prototype.result;
      const { objects } = await call('Runtime.queryObjects', { prototypeObjectId }, references);
      const emitted = await call(
        'Runtime.callFunctionOn',
        {
          objectId: objects.objectId,
          functionDeclaration:
            'function (...given) { return this.filter((one) => one.emit(...given)).length; }',
          arguments: [event, ...args].map((value) => ({ value })),
          returnByValue: true,
        },
        counted,
      );
      return emitted.result.value;
    },
    async evaluate(expression) {
      const options = { includeCommandLineAPI: true, awaitPromise: true, returnByValue: true };
      return (await call('Runtime.evaluate', { expression, ...options }, evaluated)).result.value;
    },
    close: () => socket.close(),
  };
}
