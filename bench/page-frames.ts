/** What `page.ts` does to a page, and how it measures the frames meanwhile. */
import type { CDPSession, Page } from '@playwright/test';
import type { PlannedDevice } from './network/plan-network.ts';

export interface FrameTimes {
  readonly p50Ms: number;
  readonly p95Ms: number;
  readonly maxMs: number;
  /** Processor time of the page's own thread, a frame: what is left of it on a machine that others use too. */
  readonly ownMs: number;
  /** The same of everything else that draws it: Chromium's compositor and its rasteriser, which stand in for a GPU here. */
  readonly drawMs: number;
}

/** Seconds of processor time that the page's thread spent in tasks so far. */
async function threadSeconds(cdp: CDPSession): Promise<number> {
  const { metrics } = await cdp.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? NaN;
}

/** Seconds of processor time of all threads that show pages so far. */
async function drawingSeconds(browser: CDPSession): Promise<number> {
  const { processInfo } = await browser.send('SystemInfo.getProcessInfo');
  return processInfo
    .filter(({ type }) => type === 'renderer' || type === 'GPU')
    .reduce((sum, { cpuTime }) => sum + cpuTime, 0);
}

async function wholeBrowser(page: Page): Promise<CDPSession> {
  const browser = page.context().browser();
  if (browser === null) throw new Error('the page has no browser of its own');
  return await browser.newBrowserCDPSession();
}

/** Distances of the animation frames while something is done. */
export async function framesWhile(page: Page, work: () => Promise<void>): Promise<FrameTimes> {
  const whole = await wholeBrowser(page);
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
  const [ownBefore, allBefore] = [await threadSeconds(cdp), await drawingSeconds(whole)];
  await page.evaluate(() => {
    const times: number[] = [];
    let last = performance.now();
    const tick = (now: number): void => {
      times.push(now - last);
      last = now;
      if (Reflect.get(window, 'benchFrames') === times) requestAnimationFrame(tick);
    };
    Reflect.set(window, 'benchFrames', times);
    requestAnimationFrame(tick);
  });
  await work();
  const times = await page.evaluate(() => {
    const measured: unknown = Reflect.get(window, 'benchFrames');
    Reflect.deleteProperty(window, 'benchFrames');
    return measured as number[];
  });
  const own = (await threadSeconds(cdp)) - ownBefore;
  const all = (await drawingSeconds(whole)) - allBefore;
  await Promise.all([cdp.detach(), whole.detach()]);
  const [ownMs, drawMs] = [(1000 * own) / times.length, (1000 * (all - own)) / times.length];
  const sorted = times.slice(2).toSorted((a, b) => a - b);
  const at = (share: number): number => sorted[Math.floor(share * (sorted.length - 1))] ?? NaN;
  return { p50Ms: at(0.5), p95Ms: at(0.95), maxMs: at(1), ownMs, drawMs };
}

const SCROLL_FRAMES = 120;
const WHEEL_PX = 200;

/** As a hand on a wheel does it: some seven rows a notch, one notch after the other, down and up again. */
export const wheelSteps = (page: Page, selector: string) => async (): Promise<void> => {
  const box = await page.locator(selector).boundingBox();
  if (box === null) throw new Error(`no ${selector}`);
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  for (let notch = 0; notch < SCROLL_FRAMES; notch += 1)
    await page.mouse.wheel(0, notch < SCROLL_FRAMES / 2 ? WHEEL_PX : -WHEEL_PX);
};

/** Harsher than any hand: a bar that is dragged, most of a page of rows a frame, to the end of the list and back. */
export const scrollSteps = (page: Page, selector: string) => (): Promise<void> =>
  page.evaluate(
    async ({ wanted, frames }) => {
      const list = document.querySelector(wanted);
      if (list === null) throw new Error(`no ${wanted}`);
      const step = Math.max(300, (2 * list.scrollHeight) / frames / 4);
      for (let frame = 0; frame < frames; frame += 1) {
        list.scrollTop += frame < frames / 2 ? step : -step;
        await new Promise((resolve) => requestAnimationFrame(resolve));
      }
    },
    { wanted: selector, frames: SCROLL_FRAMES },
  );

const KEY_MS = 60;

/** Types into the filter as a fast typist does, then takes it away again. */
export const typeSteps = (page: Page, text: string) => async (): Promise<void> => {
  const box = page.getByLabel('Filter devices', { exact: true }).first();
  await box.click();
  await page.keyboard.type(text, { delay: KEY_MS });
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await page.waitForTimeout(KEY_MS);
};

const cells = (device: PlannedDevice): string =>
  [
    device.silent ? 'Down' : 'Up',
    device.name,
    device.address,
    device.kind,
    `${device.product.vendor} ${device.product.model}`,
    device.site,
    '1.2 ms',
    '0 %',
    '20 %',
    '40 %',
    '',
  ]
    .map((text) => `<td>${text}</td>`)
    .join('');

/** The same rows as people write a table by hand: all of them drawn, hidden where they do not match. */
export const plainTable = (devices: readonly PlannedDevice[]): string => `<!doctype html>
<style>
  body { margin: 0; font: 12px/16px sans-serif; }
  #list { height: 660px; overflow: auto; }
  table { width: 100%; border-collapse: collapse; }
  td { height: 27px; padding: 0 4px; border-bottom: 1px solid #ccc; white-space: nowrap; }
</style>
<input aria-label="Filter devices">
<div id="list"><table><tbody>${devices.map((device) => `<tr>${cells(device)}</tr>`).join('')}</tbody></table></div>
<script>
  const rows = [...document.querySelectorAll('tr')];
  const texts = rows.map((row) => row.textContent.toLowerCase());
  const box = document.querySelector('input');
  const filter = () => {
    const words = box.value.toLowerCase().split(' ').filter((word) => word !== '');
    rows.forEach((row, at) => { row.hidden = !words.every((word) => texts[at].includes(word)); });
  };
  box.addEventListener('input', filter);
  box.addEventListener('keydown', (event) => { if (event.key === 'Escape') { box.value = ''; filter(); } });
</script>`;
