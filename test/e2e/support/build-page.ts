/** Playwright's global set-up: the page as people get it, and the desktop app where it can run, built where older than the sources. */
import { fileURLToPath } from 'node:url';
import { ensureElectronBundles, ensurePage } from '../../../electron/headless/page-build.ts';
import { missingForDesktop } from './desktop-app.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const say = (line: string): void => console.log(line);

// oxlint-disable-next-line import/no-default-export -- Playwright calls the default export
export default async function buildPage(): Promise<void> {
  await ensurePage(root, say);
  if (missingForDesktop() === '') await ensureElectronBundles(root, say);
}
