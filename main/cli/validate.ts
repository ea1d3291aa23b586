import type { Words } from '../../assets/locales/index.ts';
import { problemOf } from '../settings/json.ts';
import { readManagedContent } from '../settings/managed-content.ts';
import type { CheckEndpoint } from '../settings/schema.ts';

export interface ValidateDeps {
  words: Words;
  checkEndpoint: CheckEndpoint;
  /** Throws as `fs.readFileSync` does. */
  readFile: (path: string) => string;
  /** Standard output, a line each. */
  print: (line: string) => void;
}

/** Says of a file whether it can be a managed configuration, or every fault and where; returns the exit code. */
export function validateConfig(file: string, { words, checkEndpoint, readFile, print }: ValidateDeps): 0 | 1 {
  let content: string;
  try {
    content = readFile(file);
  } catch (error) {
    print(`${file}: ${words('problem:managed.unreadable', { problem: problemOf(error) })}`);
    return 1;
  }
  const read = readManagedContent(content, { words, checkEndpoint });
  if (read.ok) {
    print(`${file}: ${words('cli:validConfig')}`);
    return 0;
  }
  for (const { path, problem } of read.faults)
    print(`${[file, path].filter(Boolean).join(': ')}: ${problem}`);
  return 1;
}
