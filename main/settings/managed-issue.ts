import type { z } from 'zod';
import type { Words } from '../../assets/locales/index.ts';
import { valueAt } from './json.ts';
import { pathText } from './path-text.ts';

/** Where a fault of the managed file is, and what is wrong with it in plain words. */
export interface ManagedFault {
  path: string;
  problem: string;
}

/** A fault that the schema found in `raw`. */
export function issueFault(issue: z.core.$ZodIssue, raw: unknown, words: Words): ManagedFault {
  if (issue.code === 'unrecognized_keys') {
    return {
      path: pathText([...issue.path, issue.keys[0] ?? '']),
      problem: words('problem:managed.unknownField'),
    };
  }
  const missing = issue.path.length > 0 && valueAt(raw, issue.path) === undefined;
  return {
    path: pathText(issue.path),
    problem: missing ? words('problem:managed.required') : problemText(issue, words),
  };
}

function problemText(issue: z.core.$ZodIssue, words: Words): string {
  switch (issue.code) {
    case 'invalid_type':
      return words('problem:managed.wrongType', { expected: issue.expected, context: issue.expected });
    case 'invalid_value':
      return words('problem:managed.oneOf', { values: issue.values.map(String).join(', ') });
    case 'invalid_format':
    case 'custom':
      return words(`problem:managed.${formats[String(issue.path.at(-1))] ?? 'invalid'}`);
    case 'too_small':
      return issue.origin === 'number'
        ? words('problem:managed.tooSmall', { least: String(issue.minimum) })
        : words('problem:managed.empty');
    case 'too_big':
      return issue.origin === 'number'
        ? words('problem:managed.tooBig', { most: String(issue.maximum) })
        : words('problem:managed.tooLong', { most: String(issue.maximum) });
    default:
      return words('problem:managed.invalid');
  }
}

/** By the name of the field that has one. */
const formats: Readonly<Record<string, 'accountId' | 'time' | 'date' | 'timeZone' | 'host' | 'feed'>> = {
  id: 'accountId',
  from: 'time',
  to: 'time',
  date: 'date',
  timeZone: 'timeZone',
  proxyHost: 'host',
  feed: 'feed',
};
