import { describe, expect, it } from 'vitest';
import { parseArguments } from '../../../main/cli/arguments.ts';

const packaged = (line: string) =>
  parseArguments(['/opt/tillwatch/tillwatch', ...line.split(' ')].filter(Boolean), false);
const development = (line: string) => parseArguments(['electron', ...line.split(' ')].filter(Boolean), true);

describe('the command line of the app', () => {
  it.each([
    ['', false, false],
    ['--hidden', false, true],
    ['--demo --hidden', true, true],
    ['--no-sandbox --ozone-platform-hint=auto --unknown', false, false],
    ['-psn_0_12345', false, false],
  ])('starts the app: %j', (line, demo, hidden) => {
    expect(packaged(line)).toEqual({ kind: 'app', demo, hidden });
    expect(development(`. ${line}`)).toEqual({ kind: 'app', demo, hidden });
    expect(development(`--inspect=0 ${line} /work/app`)).toEqual({ kind: 'app', demo, hidden });
  });
});

describe('the command line of a check', () => {
  it.each([
    ['check', false, null],
    ['check --json', true, null],
    ['check --store UTR-01', false, 'UTR-01'],
    ['check --store=UTR-01 --json', true, 'UTR-01'],
    ['check --store=-1', false, '-1'],
    ['check --store=a=b', false, 'a=b'],
    ['check --store check', false, 'check'],
    ['--json check', true, null],
    ['--store=UTR-01 check', false, 'UTR-01'],
    ['--no-sandbox --user-data-dir=/tmp/x --disable-gpu check --json', true, null],
    ['check --json --no-sandbox --password-store=basic --user-data-dir=/tmp/x --lang=nl', true, null],
  ])('is read: %j', (line, json, store) => {
    expect(packaged(line)).toEqual({ kind: 'check', json, store });
    expect(development(`--no-sandbox /work/app ${line}`)).toEqual({ kind: 'check', json, store });
  });

  it.each([
    ['chekc', 'unknownCommand', 'chekc'],
    ['UTR-01 check', 'unknownCommand', 'UTR-01'],
    ['check --jsn', 'unknownOption', '--jsn'],
    ['check --json=yes', 'unknownOption', '--json=yes'],
    ['check -h', 'unknownOption', '-h'],
    ['check UTR-01', 'unexpected', 'UTR-01'],
    ['check --store UTR-01 AMS-01', 'unexpected', 'AMS-01'],
    ['check --store', 'missingStore', '--store'],
    ['check --store --json', 'missingStore', '--store'],
    ['check --store=', 'missingStore', '--store='],
  ])('is refused rather than guessed: %j', (line, code, argument) => {
    expect(packaged(line)).toEqual({ kind: 'wrong', fault: { code, argument } });
    expect(development(`/work/app ${line}`)).toEqual({ kind: 'wrong', fault: { code, argument } });
  });

  it('does not take an empty reference for all stores', () => {
    expect(parseArguments(['tillwatch', 'check', '--store', ''], false)).toMatchObject({ kind: 'wrong' });
  });
});

describe('the command line of a roll-out', () => {
  it.each([
    ['set-key --account nl', { kind: 'set-key', account: 'nl' }],
    ['set-proxy-password', { kind: 'set-proxy-password' }],
    ['--account=nl set-key --password-store=basic', { kind: 'set-key', account: 'nl' }],
    ['--validate-config /etc/x.json', { kind: 'validate-config', file: '/etc/x.json' }],
    ['--no-sandbox --validate-config=/etc/x.json', { kind: 'validate-config', file: '/etc/x.json' }],
  ])('is read: %j', (line, command) => {
    expect(packaged(line)).toEqual(command);
    expect(development(`--no-sandbox /work/app ${line}`)).toEqual(command);
  });

  it.each([
    ['set-proxy-password sesame', 'unexpected', 'sesame'],
    ['set-key', 'missingAccount', 'set-key'],
    ['set-key --account', 'missingAccount', '--account'],
    ['set-key --account=', 'missingAccount', '--account='],
    ['set-key AQEyhmfxK4rIaxdEw0m', 'unexpected', 'AQEyhmfxK4rIaxdEw0m'],
    ['set-key --account nl --json', 'unknownOption', '--json'],
    ['--validate-config', 'missingFile', '--validate-config'],
    ['--validate-config a.json b.json', 'unexpected', 'b.json'],
  ])('is refused rather than guessed: %j', (line, code, argument) => {
    expect(packaged(line)).toEqual({ kind: 'wrong', fault: { code, argument } });
  });
});
