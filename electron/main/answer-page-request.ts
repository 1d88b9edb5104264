/** Answers a request of `app://`: files of the page's folder with the same policy as over http, and nothing else. */
import { readFile, realpath } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { pageHeaders } from '../../shared/page/content-security-policy.ts';
import { contentTypeOf, pagePathParts } from '../../shared/page/page-path.ts';
import { isOwnPage } from './page-address.ts';

function refusal(status: number): Response {
  return new Response(null, { status, headers: pageHeaders });
}

export async function answerPageRequest(folder: string, request: { method: string; url: string }): Promise<Response> {
  if (request.method !== 'GET' && request.method !== 'HEAD') return refusal(405);
  if (!isOwnPage(request.url)) return refusal(404);
  const parts = pagePathParts(new URL(request.url).pathname);
  if (parts === null) return refusal(404);
  try {
    // Links are followed before the check. Inside an asar archive both paths are the archive's own.
    const [root, path] = await Promise.all([realpath(folder), realpath(join(folder, ...parts))]);
    if (!path.startsWith(root + sep)) return refusal(404);
    const headers = { ...pageHeaders, 'content-type': contentTypeOf(parts.at(-1) ?? '') };
    return new Response(new Uint8Array(await readFile(path)), { status: 200, headers });
  } catch {
    // Not there, or a folder: 404 is the answer.
    return refusal(404);
  }
}
