import { untilOwned } from './bus-names.ts';
import { startProcess, type RunningProcess } from './process.ts';
import type { Profile } from './profile.ts';

/**
 * A keychain that is open, as a login leaves it. To be started before anything asks for it: asked first, the bus
 * starts a locked one, which asks for a password on the screen and holds up whoever asked.
 */
export async function startKeychain(profile: Profile, bus: string): Promise<RunningProcess> {
  const keychain = await startProcess(
    'gnome-keyring-daemon',
    ['--foreground', '--unlock', '--components=secrets'],
    { ...profile.env, DBUS_SESSION_BUS_ADDRESS: bus },
    'the password of the login',
  );
  await untilOwned(bus, ['org.freedesktop.secrets']);
  return keychain;
}
