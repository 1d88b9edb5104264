import * as fc from 'fast-check';
import { posix, win32 } from 'node:path';
import { expect, test } from 'vitest';
import { contentTypeOf, pagePathParts } from '../../../../shared/page/page-path.ts';

test.each([
  ['/', ['index.html']],
  ['/?x=1', ['index.html']],
  ['/index.html#a', ['index.html']],
  ['/assets/index-Bx_1.js', ['assets', 'index-Bx_1.js']],
])('%s is the file %s', (path, parts) => {
  expect(pagePathParts(path)).toEqual(parts);
});

test.each([
  '',
  'index.html',
  '/..',
  '/../package.json',
  '/assets/../../package.json',
  '/%2e%2e/package.json',
  '/..%2fpackage.json',
  '/assets//x.js',
  '/.git/config',
  '/a/.env',
  '/..\\package.json',
  '/C:/Windows/win.ini',
  '//host/share',
  '/index.html\0.png',
  '/a..b',
])('%j is not ours', (path) => {
  expect(pagePathParts(path)).toBeNull();
});

test('whatever is asked for, what is taken stays below the folder, on every system', () => {
  const hostile = fc.array(fc.constantFrom('/', '..', '.', '\\', '%2e', 'C:', 'a', '~', '-', '\0', 'é', '?', '#'));
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        hostile.map((parts) => parts.join('')),
      ),
      (path) => {
        const parts = pagePathParts(path);
        if (parts === null) return;
        expect(posix.resolve('/page', ...parts).startsWith('/page/')).toBe(true);
        expect(win32.resolve('C:\\page', ...parts).startsWith('C:\\page\\')).toBe(true);
      },
    ),
  );
});

test('types are told by the ending, and the unknown is not run', () => {
  expect(contentTypeOf('index-1.js')).toContain('javascript');
  expect(contentTypeOf('font.woff2')).toBe('font/woff2');
  expect(contentTypeOf('README')).toBe('application/octet-stream');
});
