import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { dirname, join } from 'node:path';
import { executable } from './desktop-test.ts';
import type { Profile } from './profile.ts';

export interface UpdateFeed {
  /** With a slash at its end. */
  url: string;
  /** Paths that were asked for, without what keeps caches away. */
  asked: string[];
  /** What it answers to a path; 404 without one. */
  answers: Map<string, (request: IncomingMessage, response: ServerResponse) => void>;
  /** A version as electron-builder lays it out: what describes it, and its file. `announced` is what the first says. */
  publish(version: string, file: string, announced?: { content?: string; url?: string }): void;
  /** Of the file of this version only the first byte comes. */
  stall(version: string): void;
  close(): Promise<void>;
}

/** A web server with a folder of updates. */
export async function openFeed(): Promise<UpdateFeed> {
  const asked: string[] = [];
  const answers: UpdateFeed['answers'] = new Map();
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://feed');
    asked.push(pathname);
    const answer = answers.get(pathname);
    if (answer) answer(request, response);
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = address !== null && typeof address === 'object' ? address.port : 0;
  const say = (text: string) => (_request: IncomingMessage, response: ServerResponse) => {
    response.writeHead(200, { 'content-length': Buffer.byteLength(text) }).end(text);
  };
  return {
    url: `http://127.0.0.1:${port}/updates/`,
    asked,
    answers,
    publish(version, file, { content = file, url = `Tillwatch-${version}.AppImage` } = {}) {
      const sha512 = createHash('sha512').update(content).digest('base64');
      const size = Buffer.byteLength(content);
      const description = [
        `version: ${version}`,
        'files:',
        `  - url: ${url}`,
        `    sha512: ${sha512}`,
        `    size: ${size}`,
        `path: ${url}`,
        `sha512: ${sha512}`,
        `releaseDate: '2026-11-25T12:00:00.000Z'`,
        '',
      ].join('\n');
      answers.set('/updates/latest-linux.yml', say(description));
      answers.set(`/updates/Tillwatch-${version}.AppImage`, say(file));
    },
    stall(version) {
      answers.set(`/updates/Tillwatch-${version}.AppImage`, (_request, response) => {
        response.writeHead(200, { 'content-length': 3 }).write('n');
      });
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** As the runtime of an AppImage tells the unpacked program from which file it was started; `text` is the file's. */
export async function asAppImage(profile: Profile, text = ''): Promise<{ APPIMAGE: string; APPDIR: string }> {
  const folder = join(profile.folder, 'apps');
  await mkdir(folder);
  const file = join(folder, 'Tillwatch-0.1.0.AppImage');
  await writeFile(file, text, { mode: 0o755 });
  return { APPIMAGE: file, APPDIR: dirname(executable()) };
}
