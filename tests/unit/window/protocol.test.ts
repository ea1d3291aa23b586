import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fileOf } from '../../../main/window/protocol.ts';

const root = resolve('/opt/tillwatch/renderer');

describe('the file that a URL of the page names', () => {
  it.each([
    ['app://tillwatch/index.html', 'index.html'],
    ['app://tillwatch/assets/index-1a2b.js?v=1#top', 'assets/index-1a2b.js'],
    ['app://tillwatch/a%20name.css', 'a name.css'],
    ['app://tillwatch/assets/../index.html', 'index.html'],
    // The URL parser keeps these below the root, whatever they climb.
    ['app://tillwatch/../../etc/passwd', 'etc/passwd'],
  ])('%s is %s', (url, expected) => {
    expect(fileOf(url, root)).toBe(resolve(root, expected));
  });

  it.each([
    'app://tillwatch/..%2f..%2f..%2fetc%2fpasswd',
    'app://tillwatch/%2e%2e%2f%2e%2e%2fetc/passwd',
    'app://tillwatch/..%2frenderer-other/index.html',
    'app://tillwatch/',
    'app://tillwatch/index.html%00.js',
    'app://tillwatch/%E0%A4%A',
    'app://elsewhere/index.html',
    'file:///etc/passwd',
    'https://tillwatch/index.html',
    'nonsense',
  ])('%s is none', (url) => {
    expect(fileOf(url, root)).toBeNull();
  });
});
