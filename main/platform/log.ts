import { join } from 'node:path';
import electronLog from 'electron-log/node.js';
import { redact } from './redaction.ts';

export interface Log {
  /** `facts`: plain data or errors; keys are taken out of them. */
  info(message: string, facts?: object): void;
  warn(message: string, facts?: object): void;
  error(message: string, facts?: object): void;
}

/** The one that is written, and the one before. */
export const logFiles = ['tillwatch.log', 'tillwatch.old.log'] as const;

/** Each of the files, at most. */
const maxBytes = 2_000_000;

export interface LogOptions {
  directory: string;
  /** Every key in use, asked for anew with each line. */
  secrets: () => readonly string[];
  /** Also on standard error: for development. Standard output belongs to the command line. */
  echo: boolean;
}

/** A rotating file, a line an event. A disk that refuses never disturbs the watching. */
export function createLog({ directory, secrets, echo }: LogOptions): Log {
  const logger = electronLog.create({ logId: 'tillwatch' });
  const { file, console } = logger.transports;
  file.resolvePathFn = () => join(directory, logFiles[0]);
  file.maxSize = maxBytes;
  file.writeOptions = { ...file.writeOptions, mode: 0o600 };
  file.format = '{iso} {level} {text}';
  console.level = echo ? 'silly' : false;
  console.format = '{level} {text}';
  console.writeFn = ({ message }) => void process.stderr.write(`${message.data.join(' ')}\n`);

  const line = (message: string, facts?: object): string => {
    const known = secrets();
    const about = facts ? ` ${JSON.stringify(redact(facts, known))}` : '';
    return `${String(redact(message, known))}${about}`;
  };
  return {
    info: (message, facts) => logger.info(line(message, facts)),
    warn: (message, facts) => logger.warn(line(message, facts)),
    error: (message, facts) => logger.error(line(message, facts)),
  };
}

/** For a check beside the running app, whose file it is. */
export const noLog: Log = { info: () => {}, warn: () => {}, error: () => {} };
