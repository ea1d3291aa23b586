import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseSync } from 'vite';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** A node of ESTree, TypeScript and JSX included, as far as it is asked about here. */
export interface Node {
  type: string;
  start: number;
  end: number;
  [part: string]: unknown;
}

/** A node with what it stands in. */
export interface Found {
  node: Node;
  /** From the outermost to the nearest. */
  within: Node[];
  /** Such as `renderer/app.tsx:12`. */
  place: string;
  /** What is written for a node. */
  written: (node: Node) => string;
}

/** Every node of the program's own code. */
export function nodesOf(...rooms: string[]): Found[] {
  return rooms.flatMap(filesOf).flatMap((file) => nodesIn(file, readFileSync(join(root, file), 'utf8')));
}

export function nodesIn(file: string, code: string): Found[] {
  const { program, errors } = parseSync(file, code);
  if (errors.length > 0) throw new Error(`${file} cannot be parsed`);
  const written = ({ start, end }: Node) => code.slice(start, end);
  return [...walk(program, [])].map(({ node, within }) => {
    const place = `${file}:${code.slice(0, node.start).split('\n').length}`;
    return { node, within, place, written };
  });
}

/** What a node says: a literal, a part of a template, or what stands between JSX tags. */
export function textOf(node: Node): string | null {
  if ((node.type === 'Literal' || node.type === 'JSXText') && typeof node['value'] === 'string') {
    return node['value'];
  }
  if (node.type !== 'TemplateElement') return null;
  const value: unknown = node['value'];
  return typeof value === 'object' && value !== null && 'cooked' in value ? String(value.cooked) : null;
}

function filesOf(room: string): string[] {
  return readdirSync(join(root, room), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /(?<!\.d)\.tsx?$/.test(entry.name))
    .map(({ parentPath, name }) => join(parentPath, name).slice(root.length));
}

function* walk(part: unknown, within: Node[]): Generator<{ node: Node; within: Node[] }> {
  if (Array.isArray(part)) for (const one of part) yield* walk(one, within);
  if (!isNode(part)) return;
  yield { node: part, within };
  for (const child of Object.values(part)) yield* walk(child, [...within, part]);
}

export function isNode(part: unknown): part is Node {
  return typeof part === 'object' && part !== null && 'type' in part && typeof part.type === 'string';
}
