import { startProcess } from '../../tests/support/process.ts';

export interface Display {
  /** As DISPLAY wants it, e.g. `:1`. */
  name: string;
  stop(): Promise<void>;
}

/** An X server that draws into memory, on the first display number that is free. */
export async function startDisplay(env: Record<string, string>): Promise<Display> {
  const server = await startProcess(
    'Xvfb',
    ['-displayfd', '1', '-screen', '0', '1280x800x24', '-nolisten', 'tcp'],
    env,
  );
  const [, number = ''] = await server.wrote(/^(\d+)$/m);
  return { name: `:${number}`, stop: () => server.stop() };
}
