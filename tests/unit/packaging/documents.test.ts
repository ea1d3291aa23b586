import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../../..');
const documents = [
  'README.md',
  ...['README', 'SECURITY', 'PRIVACY'].map((name) => `build/roll-out/${name}.md`),
];

/** Of files beside the document, without the place in them. */
function linksOf(text: string): string[] {
  return Array.from(text.matchAll(/\]\(([^)#]+)(?:#[^)]*)?\)/g), ([, target = '']) => target).filter(
    (target) => !/^\w+:/.test(target),
  );
}

it.each(documents)('%s leads to files that are there', (document) => {
  const links = linksOf(readFileSync(join(root, document), 'utf8'));
  expect(links.filter((link) => !existsSync(resolve(root, dirname(document), link)))).toEqual([]);
});

it('every threat names what attacks its answer', () => {
  const text = readFileSync(join(root, 'build/roll-out/SECURITY.md'), 'utf8');
  const rows = text.split('\n').filter((line) => line.startsWith('|'));
  const [, , ...threats] = rows.map((row) => row.split('|').slice(1, -1));
  expect(threats.length).toBeGreaterThan(10);
  const unattacked = threats.filter(
    ([, , attackedBy = '']) => !linksOf(attackedBy).some((link) => /\.(spec|test)\.ts$/.test(link)),
  );
  expect(unattacked).toEqual([]);
});
