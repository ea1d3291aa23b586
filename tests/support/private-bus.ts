import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startProcess } from './process.ts';

export interface PrivateBus {
  address: string;
  stop(): Promise<void>;
}

/**
 * A session bus of one's own. With `services` it starts installed services on demand, in `env`;
 * without, a name that nobody owns stays unowned, so a test meets only what it has put there.
 */
export async function startPrivateBus(options: {
  services: boolean;
  env: Record<string, string>;
}): Promise<PrivateBus> {
  const folder = await mkdtemp(join(tmpdir(), 'tillwatch-bus-'));
  const configuration = join(folder, 'bus.conf');
  await writeFile(configuration, busConfiguration(join(folder, 'socket'), options.services));
  const daemon = await startProcess(
    'dbus-daemon',
    [`--config-file=${configuration}`, '--nofork', '--print-address=1'],
    options.env,
  );
  const [, address = ''] = await daemon.wrote(/^(unix:\S+)$/m);
  return {
    address,
    async stop() {
      await daemon.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function busConfiguration(socket: string, services: boolean): string {
  return `<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:path=${socket}</listen>
  <auth>EXTERNAL</auth>
  ${services ? '<standard_session_servicedirs />' : ''}
  <policy context="default">
    <allow user="*"/>
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
`;
}
