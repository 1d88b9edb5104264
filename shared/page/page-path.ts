/** From the path of a request to a file inside the page's folder, for http and app:// alike. Pure: no file is touched. */

/** One part of a file's path: no hidden files, no drive letters, no separators of any system, no control characters. */
const PLAIN_PART = /^[A-Za-z0-9_~@+-][A-Za-z0-9._~@+-]*$/;

/**
 * The parts of the file's path below the page's folder, or null when the path is not one of ours (traversal, odd letters, a
 * hidden file). `/` is index.html. An allow list, so no encoding of `..`, backslash or NUL needs to be thought of.
 */
export function pagePathParts(requestPath: string): readonly string[] | null {
  const path = requestPath.split(/[?#]/, 1)[0] ?? '';
  if (!path.startsWith('/')) return null;
  if (path === '/') return ['index.html'];
  const parts = path.slice(1).split('/');
  return parts.every((part) => PLAIN_PART.test(part) && !part.includes('..')) ? parts : null;
}

const types: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  mjs: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  json: 'application/json; charset=utf-8',
  map: 'application/json; charset=utf-8',
  webmanifest: 'application/manifest+json',
  svg: 'image/svg+xml',
  png: 'image/png',
  jpg: 'image/jpeg',
  webp: 'image/webp',
  ico: 'image/x-icon',
  woff2: 'font/woff2',
  woff: 'font/woff',
  wasm: 'application/wasm',
  txt: 'text/plain; charset=utf-8',
};

/** Content type by the file's ending; octet-stream for what the page should not contain. */
export function contentTypeOf(fileName: string): string {
  const ending = fileName.slice(fileName.lastIndexOf('.') + 1).toLowerCase();
  return types[ending] ?? 'application/octet-stream';
}
