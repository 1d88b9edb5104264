/** Answers GET and HEAD with the files of the page, and nothing outside their folder. */
import { createReadStream } from 'node:fs';
import { realpath, stat } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { pageHeaders } from '../../shared/page/content-security-policy.ts';
import { contentTypeOf, pagePathParts } from '../../shared/page/page-path.ts';

interface PageFile {
  readonly path: string;
  readonly bytes: number;
  readonly name: string;
  readonly isHashed: boolean;
}

async function findPageFile(folder: string, requestPath: string): Promise<PageFile | null> {
  const parts = pagePathParts(requestPath);
  if (parts === null) return null;
  try {
    // Links are followed before the check: one inside the folder must not lead out of it.
    const [root, path] = await Promise.all([realpath(folder), realpath(join(folder, ...parts))]);
    const found = await stat(path);
    if (!path.startsWith(root + sep) || !found.isFile()) return null;
    return { path, bytes: found.size, name: parts.at(-1) ?? '', isHashed: parts[0] === 'assets' };
  } catch {
    // Not there is an ordinary answer: 404.
    return null;
  }
}

export function refuse(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { ...pageHeaders, 'content-type': 'text/plain; charset=utf-8' });
  response.end(`${text}\n`);
}

export async function servePage(folder: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    refuse(response, 405, 'Only GET and HEAD are answered here.');
    return;
  }
  const file = await findPageFile(folder, request.url ?? '');
  if (file === null) {
    refuse(response, 404, 'There is no such file in the page.');
    return;
  }
  response.writeHead(200, {
    ...pageHeaders,
    'content-type': contentTypeOf(file.name),
    'content-length': file.bytes,
    // Names under assets/ carry a hash of their content; index.html must always be the newest.
    'cache-control': file.isHashed ? 'public, max-age=31536000, immutable' : 'no-cache',
  });
  if (request.method === 'HEAD') response.end();
  else await pipeline(createReadStream(file.path), response);
}
