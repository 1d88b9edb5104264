/** Playwright's global set-up: the page as people get it, built where it is older than its sources. */
import { fileURLToPath } from 'node:url';
import { ensurePage } from '../../../electron/headless/page-build.ts';

// oxlint-disable-next-line import/no-default-export -- Playwright calls the default export
export default async function buildPage(): Promise<void> {
  await ensurePage(fileURLToPath(new URL('../../../', import.meta.url)), (line) => console.log(line));
}
