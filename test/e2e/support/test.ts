/**
 * The `test` that all specs use: each page is watched, and the demo and the lab are started once for all that need them. The same
 * specs run in a browser and in the desktop app (`host`, set by the project); there `page` is its window.
 */
import { expect, test as base } from '@playwright/test';
import { startLab } from '../../lab/start-lab.ts';
import type { Lab } from '../../lab/lab.ts';
import { DESKTOP_ADDRESS, missingForDesktop, startDesktop, type DesktopApp } from './desktop-app.ts';
import { writeYearFile } from './year-file.ts';
import { watchPages, type PageWatch } from './page-watch.ts';
import { makeHome, startTrunkline, type Home, type TrunklineProcess } from './trunkline-process.ts';

/** Seconds into the demo's story: its calm start, long enough to find every device, ends soon after. */
const SHORTLY_BEFORE_THE_OUTAGE = '160';

/** Where the page is shown: a browser, the desktop app on the demo, the desktop app on a file of the test's own. */
export type Host = 'browser' | 'desktop-demo' | 'desktop-file';

interface PerTest {
  /** The guide of the demo: put away in all specs but its own, which begin as a newcomer would. */
  readonly guide: boolean;
  /** Skips, with the reason, what this machine cannot run. */
  readonly runnable: string;
  /** The desktop app that this test uses; null in a browser. */
  readonly desktop: DesktopApp | null;
  readonly watch: PageWatch;
  readonly home: Home;
  /** `trunkline serve` on a file of the test's own, NAME.trunkline; ended after the page was closed. */
  readonly serve: (name: string, ...args: readonly string[]) => Promise<TrunklineProcess>;
}

interface PerWorker {
  readonly host: Host;
  /** The desktop app on the demo, one for all; null in a browser, and where the desktop app opens a file. */
  readonly demoApp: DesktopApp | null;
  /** The simulated network, whose outage begins some seconds after its start and does not end. */
  readonly demo: TrunklineProcess;
  /** `trunkline serve` on a file with a year of history; whoever makes boards in it gives them a name of its own. */
  readonly archive: TrunklineProcess;
  /** Real routers in the machine's own network; only where `missingForLab` says ''. */
  readonly lab: Lab;
}

/** To a spec the desktop app is an address; it is started and ended by its own fixture. */
const desktopAsProcess: TrunklineProcess = {
  url: DESKTOP_ADDRESS,
  output: () => '',
  kill: () => Promise.reject(new Error('the desktop app ends with its test')),
  close: () => Promise.resolve(),
  [Symbol.asyncDispose]: () => Promise.resolve(),
};

/** As a person who has seen it. True where that was not so yet. */
function putGuideAway(): boolean {
  const NAME = 'trunkline.guide';
  try {
    if (localStorage.getItem(NAME)?.includes('dismissed') === true) return false;
    localStorage.setItem(NAME, JSON.stringify({ state: { status: 'dismissed' }, version: 1 }));
    return true;
  } catch {
    // An empty page keeps nothing.
    return false;
  }
}

export const test = base.extend<PerTest, PerWorker>({
  host: ['browser', { option: true, scope: 'worker' }],
  runnable: async ({ host }, use, testInfo) => {
    const missing = host === 'browser' ? '' : missingForDesktop();
    testInfo.skip(missing !== '', missing);
    await use(missing);
  },
  demoApp: [
    async ({ host }, use) => {
      if (host !== 'desktop-demo' || missingForDesktop() !== '') return use(null);
      await using home = await makeHome();
      const started = await startDesktop(home, ['--demo', '--phase', SHORTLY_BEFORE_THE_OUTAGE]);
      await use(started);
      await started.app.close();
    },
    { scope: 'worker', timeout: 90_000 },
  ],
  desktop: async ({ runnable, host, demoApp, home }, use) => {
    if (host !== 'desktop-file' || runnable !== '') return use(demoApp);
    const started = await startDesktop(home, []);
    await use(started);
    await started.app.close();
  },
  guide: [false, { option: true }],
  // The desktop app's own context and window stand in for the browser's.
  context: async ({ context, desktop, guide }, use) => {
    const used = desktop === null ? context : desktop.app.context();
    if (!guide) await used.addInitScript(putGuideAway);
    await use(used);
  },
  page: async ({ page, desktop, guide }, use) => {
    // The desktop app's window was there before the script was.
    if (desktop !== null && !guide && (await desktop.window.evaluate(putGuideAway))) await desktop.window.reload();
    await use(desktop === null ? page : desktop.window);
  },
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
  serve: async ({ page, home, desktop }, use) => {
    // The desktop app has opened the test's own file already.
    if (desktop !== null) return use(() => Promise.resolve(desktopAsProcess));
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
    async ({ host }, use) => {
      if (host !== 'browser') return use(desktopAsProcess);
      await using home = await makeHome();
      await using demo = await startTrunkline(['demo', '--phase', SHORTLY_BEFORE_THE_OUTAGE], home);
      await use(demo);
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  archive: [
    // oxlint-disable-next-line no-empty-pattern -- as above
    async ({}, use) => {
      await using home = await makeHome();
      const file = home.file('year.trunkline');
      await writeYearFile(file, Date.now());
      await using archive = await startTrunkline(['serve', '--file', file], home);
      await use(archive);
    },
    // A year is some hundred roll-ups for a disk that is shared.
    { scope: 'worker', timeout: 240_000 },
  ],
  lab: [
    async ({ host }, use) => {
      // Nobody gets it: `runnable` skips the test. A lab takes half a minute, and root.
      if (host !== 'browser' && missingForDesktop() !== '') return use(null as never);
      await using lab = await startLab({ console: 'root', traps: false });
      await use(lab);
    },
    { scope: 'worker', timeout: 120_000 },
  ],
});

export { expect };
