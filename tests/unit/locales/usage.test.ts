import { describe, expect, it } from 'vitest';
import * as dictionary from '../../../assets/locales/en/index.ts';
import { entriesOf } from '../../support/entries.ts';
import { isNode, nodesOf, textOf, type Node } from '../../support/sources.ts';

const entries = entriesOf(dictionary);
const code = nodesOf('main', 'preload', 'renderer', 'assets/locales');
const isKey = new RegExp(`^(${Object.keys(dictionary).join('|')}):\\S*$`);

/** What is written in the code, or comes from a library, and can be part of a key. */
const parts = new Set([
  'zero',
  'one',
  'other',
  // zod's name for a whole number.
  'int',
  ...code.flatMap(({ node }) => [
    ...(node.type === 'Literal' ? [String(node['value'])] : []),
    ...nameOf(node),
  ]),
]);
const whole = code.filter(({ node }) => node.type === 'Literal' && isKey.test(String(node['value'])));
const composed = [
  ...code.flatMap(({ node }) => keyTemplate(node)),
  // One text within another.
  ...[...entries.values()]
    .flatMap((text) => [...text.matchAll(/\$t\(([^)]*)\)/g)])
    .map(([, key = '']) => key.split(/\{\{\w+\}\}/)),
].map((fixed) => new RegExp(`^${fixed.map((part) => part.replaceAll('.', '\\.')).join('(.+)')}$`));

describe('the texts', () => {
  it('are all used: each key stands in the code, or is put together of what stands there', () => {
    const written = new Set(whole.map(({ node }) => node['value']));
    const unused = [...entries.keys()].filter((key) => {
      const [stem = '', ...suffixes] = key.split('_');
      if (!suffixes.every((suffix) => parts.has(suffix))) return true;
      return !written.has(stem) && !composed.some((pattern) => isMade(stem, pattern));
    });
    expect(unused).toEqual([]);
  });

  it('are all there: each key that stands in the code has one', () => {
    const stems = new Set<unknown>([...entries.keys()].map((key) => key.split('_')[0]));
    const missing = whole.filter(({ node }) => !stems.has(node['value']));
    expect(missing.map(({ node, place }) => `${place} ${String(node['value'])}`)).toEqual([]);
  });
});

function isMade(stem: string, pattern: RegExp): boolean {
  const chosen = pattern.exec(stem)?.slice(1);
  return chosen?.every((part) => part.split('.').every((step) => parts.has(step))) ?? false;
}

/** The fixed parts of a key such as `common:state.${status}`. */
function keyTemplate({ type, quasis }: Node): string[][] {
  if (type !== 'TemplateLiteral' || !Array.isArray(quasis)) return [];
  const fixed = quasis.filter(isNode).map((part) => textOf(part) ?? '');
  return fixed.length > 1 && isKey.test(fixed[0] ?? '') ? [fixed] : [];
}

/** What a property or a type's member is called. */
function nameOf({ type, key }: Node): string[] {
  if (!['Property', 'PropertyDefinition', 'TSPropertySignature'].includes(type) || !isNode(key)) return [];
  return key.type === 'Identifier' ? [String(key['name'])] : [];
}
