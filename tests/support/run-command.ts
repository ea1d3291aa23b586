import { commandLine } from './app.ts';
import { executable, root } from './desktop-test.ts';
import { startProcess } from './process.ts';
import type { Profile } from './profile.ts';

/** As an administrator's script runs it: no display. */
export async function tillwatch(profile: Profile, args: string[], { bus = '', input = '' } = {}) {
  const { DISPLAY: _display, XAUTHORITY: _authority, ...bare } = profile.env;
  const env = { ...bare, ...(bus && { DBUS_SESSION_BUS_ADDRESS: bus }) };
  const line = commandLine({ folder: root, profile, args });
  const running = await startProcess(executable(), line, env, input);
  return { code: await running.ended, stdout: running.stdout(), stderr: running.stderr() };
}
