/**
 * A small page that leads a browser to the real one. A browser is started with an address among its arguments, which every
 * user of the machine can read; the token must not stand there, so the arguments name a file that only this user can open.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

export interface OpeningPage {
  /** A file: address to start the browser with. */
  readonly url: string;
  remove(): Promise<void>;
}

/** `url` holds the token; it comes from the server itself and is safe to stand in HTML. */
export async function writeOpeningPage(url: string): Promise<OpeningPage> {
  const folder = await mkdtemp(join(tmpdir(), 'trunkline-open-'));
  const file = join(folder, 'open.html');
  const html = `<!doctype html><meta charset="utf-8"><title>Trunkline</title><meta http-equiv="refresh" content="0;url=${url}">`;
  await writeFile(file, html, { mode: 0o600 });
  const remove = (): Promise<void> => rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  return { url: pathToFileURL(file).href, remove };
}
