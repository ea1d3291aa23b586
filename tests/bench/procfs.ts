import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';

/**
 * CPU time of this program's main thread so far, in ms. The kernel brings the count up to date when the thread
 * leaves its core, so it leaves it first; whatever else runs on the machine does not count.
 */
export async function mainThreadMs(): Promise<number> {
  await setTimeout(2);
  return cpuOf('/proc/self/schedstat');
}

/** CPU time of all threads of these programs so far, in ms. */
export function cpuMs(pids: readonly number[]): number {
  const tasks = pids.flatMap((pid) =>
    read(() => readdirSync(`/proc/${pid}/task`), []).map((task) => `/proc/${pid}/task/${task}`),
  );
  return tasks.reduce((sum, task) => sum + cpuOf(`${task}/schedstat`), 0);
}

/** Memory in MB, where what several programs share is counted once. */
export function pssMb(pids: readonly number[]): number {
  return pids.reduce((sum, pid) => {
    const rollup = read(() => readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'), '');
    return sum + Number(/^Pss:\s+(\d+) kB$/m.exec(rollup)?.[1] ?? 0) / 1024;
  }, 0);
}

/** The program and everything that it has started. */
export function treeOf(pid: number): number[] {
  const parents = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => {
      const stat = read(() => readFileSync(`/proc/${name}/stat`, 'utf8'), '');
      // The name before it, in brackets, may hold anything.
      const [, parent] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      return { pid: Number(name), parent: Number(parent) };
    });
  const tree = [pid];
  for (const member of tree) {
    tree.push(...parents.filter(({ parent }) => parent === member).map((child) => child.pid));
  }
  return tree;
}

function cpuOf(schedstat: string): number {
  const [onCpuNs] = read(() => readFileSync(schedstat, 'utf8'), '0').split(' ');
  return Number(onCpuNs) / 1e6;
}

/** Programs and threads end while they are looked at. */
function read<T>(look: () => T, gone: T): T {
  try {
    return look();
  } catch {
    return gone;
  }
}
