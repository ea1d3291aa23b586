import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { createLog } from '../../../main/platform/log.ts';

const key = 'AQEyhmfxK4rIaxdEw0m/n3Q5qf3V+abc=';

function makeFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'tillwatch-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

function makeLog(secrets: () => readonly string[] = () => [], echo = false) {
  const directory = join(makeFolder(), 'logs');
  const log = createLog({ directory, secrets, echo });
  const lines = () => readFileSync(join(directory, 'tillwatch.log'), 'utf8').trimEnd().split('\n');
  return { directory, log, lines };
}

describe('the log', () => {
  it('holds a line an event, with its time and facts', () => {
    const { log, lines } = makeLog();
    log.info('started', { accounts: 2 });
    log.warn('a check failed', { failure: { kind: 'dns' } });
    log.error('not good');
    const time = String.raw`\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z`;
    expect(lines()).toEqual([
      expect.stringMatching(new RegExp(String.raw`^${time} info started \{"accounts":2\}$`)),
      expect.stringMatching(
        new RegExp(String.raw`^${time} warn a check failed \{"failure":\{"kind":"dns"\}\}$`),
      ),
      expect.stringMatching(new RegExp(`^${time} error not good$`)),
    ]);
  });

  it('never holds a key, not even one that came into use after it was opened', () => {
    const keys: string[] = [];
    const { log, lines } = makeLog(() => keys);
    keys.push('opaque-key');
    log.info('asking with opaque-key', { headers: { 'X-API-Key': key } });
    log.error('failed', { error: new Error(`header ${key}`, { cause: new Error('opaque-key') }) });
    const text = lines().join('\n');
    expect(text).not.toContain(key);
    expect(text).not.toContain('opaque-key');
    expect(lines()).toHaveLength(2);
  });

  it('goes to standard error in development, and never to standard output', () => {
    const error = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    const out = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
    onTestFinished(() => void vi.restoreAllMocks());
    makeLog(() => [], true).log.info('seen');
    makeLog(() => [], false).log.info('unseen');
    expect(error.mock.calls).toEqual([['info seen\n']]);
    expect(out).not.toHaveBeenCalled();
  });

  it('begins a new file when one is full, keeps the one before, and never takes more room than that', () => {
    const { directory, log, lines } = makeLog();
    const sizes = () => readdirSync(directory).map((name) => statSync(join(directory, name)).size);
    const line = 'x'.repeat(100_000);
    for (let count = 0; count < 100; count++) {
      log.info(`${count} ${line}`);
      expect(sizes().reduce((sum, size) => sum + size)).toBeLessThan(2 * 2_200_000);
    }
    expect(readdirSync(directory).sort()).toEqual(['tillwatch.log', 'tillwatch.old.log']);
    expect(lines().at(-1)).toContain('info 99 x');
  });

  it('belongs to its owner alone', () => {
    const { directory, log } = makeLog();
    log.info('started');
    expect(statSync(join(directory, 'tillwatch.log')).mode & 0o777).toBe(0o600);
  });

  it('disturbs nobody when the disk refuses it', () => {
    const folder = makeFolder();
    writeFileSync(join(folder, 'logs'), 'a file where the folder should be');
    const log = createLog({ directory: join(folder, 'logs'), secrets: () => [], echo: false });
    expect(() => log.info('started')).not.toThrow();
  });
});
