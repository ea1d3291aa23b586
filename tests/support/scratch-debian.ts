import { copyFile, mkdir, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startProcess, type RunningProcess } from './process.ts';

/** A Debian of its own in a folder: the packages that every Debian has and apt, nothing else. */
export interface ScratchDebian {
  /** Starts a program in it. `env` is its whole environment; of the machine it sees devices and network. */
  start(command: string[], options?: StartOptions): Promise<RunningProcess>;
  /** Runs one to its end and gives what it wrote; rejects where it fails. */
  run(...command: string[]): Promise<string>;
  /** With apt: a package by its name or the path of its file, and what it depends on. */
  install(what: string): Promise<void>;
  /** Copies a file of the machine into it. */
  put(file: string, to: string): Promise<void>;
  remove(): Promise<void>;
}

export interface StartOptions {
  env?: Record<string, string>;
  /** Number of the user; root unless named. */
  user?: number;
  /** Folders of the machine that it sees, at the same place. */
  folders?: string[];
}

const path = '/usr/sbin:/usr/bin:/sbin:/bin';
const release = 'bookworm';

/** Made from Debian's own packages, which takes root and a minute. */
export async function createScratchDebian(): Promise<ScratchDebian> {
  const folder = await mkdtemp(join(tmpdir(), 'tillwatch-debian-'));
  const root = join(folder, 'root');
  const machine = { PATH: path, ...proxies() };
  // Mounted for the program alone: nothing of it is left when the program has ended.
  const enter = ({ user = 0, folders = [] }: StartOptions) => {
    const mounts = ['/dev', '/sys', ...folders].map((at) => `mount --rbind '${at}' '${root}${at}'`);
    const inside = `exec chroot --userspec=${user}:${user} '${root}' "$@"`;
    const script = [`mount -t proc proc '${root}/proc'`, ...mounts, inside].join(' && ');
    return ['--mount', '--propagation', 'private', '--', 'sh', '-c', script, 'sh'];
  };

  async function start(command: string[], options: StartOptions = {}): Promise<RunningProcess> {
    for (const at of options.folders ?? []) await mkdir(join(root, at), { recursive: true });
    return startProcess('unshare', [...enter(options), ...command], { ...machine, ...options.env });
  }

  async function run(...command: string[]): Promise<string> {
    return finish(await start(command, { env: { DEBIAN_FRONTEND: 'noninteractive' } }), command.join(' '));
  }

  const made = await startProcess('mmdebstrap', ['--quiet', '--variant=apt', release, root], machine);
  await finish(made, 'mmdebstrap');
  await run('apt-get', '-qq', 'update');
  return {
    start,
    run,
    async install(what) {
      // Nobody will miss it after a power cut.
      const apt = ['apt-get', '-qq', '-y', '-o', 'Dpkg::Options::=--force-unsafe-io'];
      await run(...apt, 'install', '--no-install-recommends', what);
    },
    put: (file, to) => copyFile(file, join(root, to)),
    async remove() {
      // A mount that stayed for whatever reason is not followed.
      await finish(await startProcess('rm', ['-rf', '--one-file-system', folder], machine), 'rm');
    },
  };
}

async function finish(program: RunningProcess, what: string): Promise<string> {
  const code = await program.ended;
  if (code !== 0) throw new Error(`${what} ended with ${code}: ${program.stdout()}${program.stderr()}`);
  return program.stdout();
}

function proxies(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter((entry): entry is [string, string] =>
      /^https?_proxy$/i.test(entry[0]),
    ),
  );
}
