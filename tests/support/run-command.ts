import { commandLine } from './app.ts';
import { executable, root } from './desktop-test.ts';
import { startProcess } from './process.ts';
import type { Profile } from './profile.ts';

export interface CommandOptions {
  /** Address of a session bus; without it there is none. */
  bus?: string;
  /** All that it can read. */
  input?: string;
  env?: Record<string, string>;
}

/** As an administrator's script or a monitoring agent runs it: no display. `said` is all that it wrote, to either. */
export async function tillwatch(
  profile: Profile,
  args: string[],
  { bus, input = '', env = {} }: CommandOptions = {},
) {
  const { DISPLAY: _display, XAUTHORITY: _authority, ...bare } = profile.env;
  const withBus = bus === undefined ? {} : { DBUS_SESSION_BUS_ADDRESS: bus };
  const line = commandLine({ folder: root, profile, args });
  const running = await startProcess(executable(), line, { ...bare, ...withBus, ...env }, input);
  const code = await running.ended;
  const [stdout, stderr] = [running.stdout(), running.stderr()];
  return { code, stdout, stderr, said: stdout + stderr };
}
