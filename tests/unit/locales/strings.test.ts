import { describe, expect, it } from 'vitest';
import { isNode, nodesIn, nodesOf, textOf, type Found, type Node } from '../../support/sources.ts';

/** Two words side by side. */
const prose = /(?<=^|\s)[“"(]?\p{L}[\p{L}’']*[,.:;!?…”")]* [“"(]?\p{L}[\p{L}’']*(?=$|[\s,.:;!?…”")])/u;
const letter = /\p{L}/u;

/** Whatever is given under one of these names is shown or read out, be it a single word. */
const shown =
  /^(alt|aria-(description|label|roledescription|valuetext)|body|buttonLabel|detail|hint|(sub)?label|placeholder|(sub)?title|tool[tT]ip)$/;
/** Not for the people of a shop: the log, a crash, an editor of JSON, a search in the page, the database. */
const elsewhere = /(^|\.)(log|log\.\w+|fail|super|\w*Error|describe|meta|closest|querySelector\w*|exec)$/;
const query = /\b(SELECT|INSERT|UPDATE|DELETE|CREATE|WHERE|GROUP BY|ORDER BY|PRAGMA)\b/;
const styles = /\{[^}]*:[^}]*;\s*\}/;
/** Of a style sheet; one of them at least has a hyphen. */
const classes = /^(?=.*-)[@\w:=[\]()/.%#-]+( [@\w:=[\]()/.%#-]+)*$/;

const code = nodesOf('main', 'preload', 'renderer', 'assets/locales').filter(
  // The simulator plays the vendor, who speaks English, as does the log.
  ({ place }) => !/^main\/simulator\/|[-/]log\.ts:/.test(place),
);

describe('the code', () => {
  it('says nothing of its own: all that people read comes from the locales', () => {
    expect(code.filter(isForPeople).map(({ node, place }) => `${place} ${textOf(node)?.trim()}`)).toEqual([]);
  });

  it.each([
    '<p>None</p>',
    '<p>{wide ? "None" : name}</p>',
    '<img alt="None" />',
    '<b title={wide ? words("common:name") : "None"} />',
    'const item = { label: "None" };',
    'say("nothing found");',
    'say(`${count} were found here`);',
  ])('would be found out by %s', (planted) => {
    expect(nodesIn('planted.tsx', planted).filter(isForPeople)).not.toEqual([]);
  });
});

function isForPeople({ node, within, written }: Found): boolean {
  const text = textOf(node) ?? '';
  // What stands between the tags of a template that makes a page.
  const read = text.replace(/^[^<>]*>|<[^>]*>?/g, ' ');
  if (!letter.test(read)) return false;
  if (within.some(({ callee }) => isNode(callee) && elsewhere.test(written(callee)))) return false;
  if (node.type === 'JSXText' || isShown(node, within)) return true;
  return prose.test(read) && !query.test(text) && !styles.test(text) && !classes.test(text);
}

/** As it stands, or as one of two that are chosen between. */
function isShown(node: Node, within: Node[]): boolean {
  const [place, ...outer] = within.toReversed();
  switch (place?.type) {
    case 'ConditionalExpression':
    case 'LogicalExpression':
    case 'TemplateLiteral':
      return isShown(place, within.slice(0, -1));
    case 'JSXExpressionContainer':
      return outer[0]?.type === 'JSXElement' || isShown(place, within.slice(0, -1));
    case 'JSXAttribute':
      return isNode(place['name']) && shown.test(nameOf(place['name']));
    case 'Property':
      return place['value'] === node && isNode(place['key']) && shown.test(nameOf(place['key']));
    default:
      return false;
  }
}

function nameOf({ name, value }: Node): string {
  return String(name ?? value);
}
