/** The `test` that all specs use: each page is watched, and the demo and the lab are started once for all that need them. */
import { expect, test as base } from '@playwright/test';
import { startLab } from '../../lab/start-lab.ts';
import type { Lab } from '../../lab/lab.ts';
import { watchPages, type PageWatch } from './page-watch.ts';
import { makeHome, startTrunkline, type Home, type TrunklineProcess } from './trunkline-process.ts';

/** Seconds into the demo's story: its calm start, long enough to find every device, ends soon after. */
const SHORTLY_BEFORE_THE_OUTAGE = '160';

interface PerTest {
  readonly watch: PageWatch;
  readonly home: Home;
  /** `trunkline serve` on a file of the test's own, NAME.trunkline; ended after the page was closed. */
  readonly serve: (name: string, ...args: readonly string[]) => Promise<TrunklineProcess>;
}

interface PerWorker {
  /** The simulated network, whose outage begins some seconds after its start and lasts six minutes. */
  readonly demo: TrunklineProcess;
  /** Real routers in the machine's own network; only where `missingForLab` says ''. */
  readonly lab: Lab;
}

export const test = base.extend<PerTest, PerWorker>({
  watch: [
    async ({ context }, use) => {
      const watch = await watchPages(context);
      await use(watch);
      expect(watch.problems(), 'errors in the console, errors nobody caught, requests off the machine').toEqual([]);
    },
    { auto: true },
  ],
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the needed fixtures from the pattern
  home: async ({}, use) => {
    await using home = await makeHome();
    await use(home);
  },
  serve: async ({ page, home }, use) => {
    const started: TrunklineProcess[] = [];
    await use(async (name, ...args) => {
      const trunkline = await startTrunkline(['serve', '--file', home.file(`${name}.trunkline`), ...args], home);
      started.push(trunkline);
      return trunkline;
    });
    // An open page would complain, rightly, that its engine has gone.
    await page.close();
    await Promise.all(started.map((trunkline) => trunkline.close()));
  },
  demo: [
    // oxlint-disable-next-line no-empty-pattern -- as above
    async ({}, use) => {
      await using home = await makeHome();
      await using demo = await startTrunkline(['demo', '--phase', SHORTLY_BEFORE_THE_OUTAGE], home);
      await use(demo);
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  lab: [
    // oxlint-disable-next-line no-empty-pattern -- as above
    async ({}, use) => {
      await using lab = await startLab({ console: 'root', traps: false });
      await use(lab);
    },
    { scope: 'worker', timeout: 120_000 },
  ],
});

export { expect };
