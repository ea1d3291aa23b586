import { readFile } from 'node:fs/promises';
import { extname, resolve, sep } from 'node:path';
import type { Protocol } from 'electron';

export const scheme = 'app';
export const origin = `${scheme}://tillwatch`;

/**
 * The page's own protocol: with `file://` any file of the PC would be its neighbour, and from an archive it
 * does not load at all once the fuse that grants it extra rights is off.
 * Must be called before the app is ready.
 */
export function registerScheme(protocol: Protocol): void {
  protocol.registerSchemesAsPrivileged([{ scheme, privileges: { standard: true, secure: true } }]);
}

/** Serves the files under `root`, and nothing else. */
export function serveFiles(protocol: Protocol, root: string): void {
  protocol.handle(scheme, async (request) => {
    const file = fileOf(request.url, root);
    const type = file && contentTypes[extname(file)];
    if (!file || !type) return new Response(null, { status: 404 });
    try {
      return new Response(await readFile(file), { headers: { ...headers, 'Content-Type': type } });
    } catch {
      return new Response(null, { status: 404 });
    }
  });
}

/** The file that a URL of ours names, or null where it names none below `root`. */
export function fileOf(url: string, root: string): string | null {
  if (!URL.canParse(url)) return null;
  const { protocol, host, pathname } = new URL(url);
  if (`${protocol}//${host}` !== origin) return null;
  let path: string;
  try {
    path = decodeURIComponent(pathname);
  } catch {
    return null;
  }
  if (path.includes('\0')) return null;
  const file = resolve(root, `.${path}`);
  return file.startsWith(resolve(root) + sep) ? file : null;
}

const contentTypes: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
};

const headers = {
  'Content-Security-Policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  'X-Content-Type-Options': 'nosniff',
};
