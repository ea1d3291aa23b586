import { describe, expect, it } from 'vitest';
import * as english from '../../../assets/locales/en/index.ts';
import { createSpeech } from '../../../assets/locales/index.ts';
import { noticeWords } from '../../../assets/locales/notice.ts';
import type { FileName, Notice } from '../../../main/settings/notice.ts';

const { words } = createSpeech();
const keptAs = 'settings.kept-20261124T140000Z.json';
const refused = {
  code: 'managed-refused',
  file: '/etc/tillwatch/managed.json',
  problem: 'This is missing.',
} as const;

/** One of each code, with what must be read in it. */
const examples: { [C in Notice['code']]: [Notice & { code: C }, ...string[]] } = {
  'file-kept-aside': [
    { code: 'file-kept-aside', file: 'settings', keptAs, reason: 'newer-version' },
    'settings file',
    'newer version of Tillwatch',
    keptAs,
  ],
  'fields-repaired': [
    { code: 'fields-repaired', file: 'settings', paths: ['demo', 'accounts[0].region'], keptAs },
    'demo, accounts[0].region',
    keptAs,
  ],
  'managed-refused': [
    { ...refused, path: 'accounts[0].id' },
    refused.file,
    'at accounts[0].id',
    refused.problem,
  ],
  'key-in-memory': [{ code: 'key-in-memory', account: 'nl' }, 'key of ShopNL'],
  'key-unreadable': [{ code: 'key-unreadable', account: 'nl' }, 'key of ShopNL'],
  'not-saved': [{ code: 'not-saved', file: 'keys', problem: 'ENOSPC' }, 'key file', 'ENOSPC'],
  'history-not-recorded': [
    { code: 'history-not-recorded', refusal: 'full' },
    'disk of this computer is full',
  ],
  'notifications-not-shown': [
    { code: 'notifications-not-shown', refusal: 'failed' },
    'Notifications do not appear on this computer',
    'The computer refused the last one',
    'Settings > Notifications',
  ],
  'certificate-file': [
    { code: 'certificate-file', file: '/etc/ssl/acme.pem', reason: 'expired' },
    '/etc/ssl/acme.pem',
    'has expired',
  ],
  'environment-key-malformed': [
    { code: 'environment-key-malformed', variable: 'TILLWATCH_API_KEY_NL' },
    'TILLWATCH_API_KEY_NL',
  ],
};

function tell(notice: Notice): string {
  const { title, body } = noticeWords(notice, words, (id) => (id === 'nl' ? 'ShopNL' : id));
  return `${title}. ${body}`;
}

describe('a notice', () => {
  it.each(Object.entries(examples))('is told in whole sentences: %s', (_, [notice, ...parts]) => {
    const told = tell(notice);
    for (const part of parts) expect(told).toContain(part);
    expect(told).not.toMatch(/\{\{|\$t\(|problem:|undefined/);
  });

  it.each(['settings', 'memory', 'keys'] satisfies FileName[])('names the %s file', (file) => {
    const name = english.problem.file[file];
    expect(tell({ code: 'not-saved', file, problem: 'EROFS' })).toContain(
      `The ${name} file could not be saved`,
    );
  });

  it.each(['unreadable', 'newer-version', 'wrong-type'] as const)('says why: %s', (reason) => {
    const told = tell({ code: 'file-kept-aside', file: 'memory', keptAs, reason });
    expect(told).toContain(english.problem.reason[reason]);
  });

  it('of a whole managed file names no place in it', () => {
    expect(tell({ ...refused, path: '' })).not.toContain('mistake at');
  });

  it('stays short, however many fields it is about', () => {
    const paths = Array.from({ length: 5000 }, (_, at) => `terminals[${at}]`);
    expect(tell({ code: 'fields-repaired', file: 'memory', paths, keptAs }).length).toBeLessThan(500);
  });

  it('calls an account by its ID where nothing else is known', () => {
    expect(noticeWords({ code: 'key-in-memory', account: 'nl' }, words).body).toContain('key of nl');
  });
});
