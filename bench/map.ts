/**
 * The map in a real Chromium with software rendering, beside cytoscape's canvas renderer on the same graph in the same run.
 *
 * Options: node bench/map.ts [devices ...]     default 500 2000 5000; links are twice as many
 *
 * Told: the time from opening the page to a map that can be used (not for the peer: it has no engine to ask), frames while the
 * mouse drags and the wheel zooms as people do, and the time from the engine knowing a new state to the frame that shows it.
 */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { chromium, type Browser, type Page } from '@playwright/test';
import { startEngine, type Engine } from '../electron/engine/engine.ts';
import { pageFolder } from '../electron/headless/run-headless.ts';
import { ensurePage } from '../electron/headless/page-build.ts';
import { processVault } from '../electron/headless/process-vault.ts';
import { startHeadless } from '../electron/headless/server.ts';
import { systemHost } from '../electron/headless/system-host.ts';
import type { Log } from '../electron/host/host.ts';
import { findBrowser } from '../test/helpers/browser.ts';
import { temporaryFolder } from '../test/helpers/temporary-folder.ts';
import { madeUpNetwork, type MadeUp } from './map-network.ts';

const SIZES = process.argv.slice(2).map(Number);
const VIEWPORT = { width: 1440, height: 900 } as const;
const PAN_STEPS = 120;
const ZOOM_STEPS = 40;
/** States that change one after the other. */
const CHANGES = 9;

interface Frames {
  readonly p50: number;
  readonly p95: number;
}

const percentile = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? Number.NaN;

/** Gaps between animation frames while `move` runs, in milliseconds. */
async function framesDuring(page: Page, move: () => Promise<void>): Promise<Frames> {
  await page.evaluate(() => {
    const gaps: number[] = [];
    let last = 0;
    const tick = (nowMs: number): void => {
      if (last > 0) gaps.push(nowMs - last);
      last = nowMs;
      if (!Reflect.get(globalThis, 'benchOver')) requestAnimationFrame(tick);
    };
    Object.assign(globalThis, { benchGaps: gaps, benchOver: false });
    requestAnimationFrame(tick);
  });
  await move();
  const gaps = await page.evaluate(() => {
    Object.assign(globalThis, { benchOver: true });
    return Reflect.get(globalThis, 'benchGaps') as number[];
  });
  return { p50: percentile(gaps, 0.5), p95: percentile(gaps, 0.95) };
}

/** As a hand does it: back and forth, one small step after the other. */
async function drag(page: Page, button: 'left' | 'middle'): Promise<void> {
  await page.mouse.move(700, 150);
  await page.mouse.down({ button });
  for (let step = 1; step <= PAN_STEPS; step += 1) {
    const turn = step % 60 < 30 ? step % 30 : 30 - (step % 30);
    await page.mouse.move(700 + turn * 9, 150 + turn * 5);
  }
  await page.mouse.up({ button });
}

async function wheel(page: Page): Promise<void> {
  await page.mouse.move(720, 420);
  for (let step = 0; step < ZOOM_STEPS; step += 1) await page.mouse.wheel(0, step % 20 < 10 ? -60 : 60);
}

const quiet: Log = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: (text, fields) => console.error(text, fields ?? ''),
  child: () => quiet,
};

/** A real engine that asks nobody; what it would have found is put where it keeps it for the page. */
async function filledEngine(file: string, network: MadeUp): Promise<Engine> {
  const engine = await startEngine({ file, host: systemHost({ log: quiet, vault: processVault() }) });
  const { deviceItems, linkItems, positionItems, interfaceLatest } = engine.context.network;
  deviceItems.put(network.devices);
  linkItems.put(network.links);
  positionItems.put(network.positions);
  interfaceLatest.put(network.samples);
  return engine;
}

/** From the engine's knowledge to the frame after the page has drawn it. */
async function changeToScreen(page: Page, engine: Engine, network: MadeUp): Promise<number> {
  const times: number[] = [];
  for (let i = 0; i < CHANGES; i += 1) {
    const device = network.devices[i * 3];
    if (!device) break;
    const seen = page.evaluate(
      (name) =>
        new Promise<number>((resolve) => {
          const look = (): void => {
            const item = [...document.querySelectorAll('[aria-label="Devices on the map"] li')].find((one) =>
              one.textContent.startsWith(`${name},`),
            );
            if (item?.textContent.includes('Down') === true) requestAnimationFrame(() => resolve(Date.now()));
            else requestAnimationFrame(look);
          };
          look();
        }),
      device.name,
    );
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
    const atMs = Date.now();
    engine.context.network.deviceItems.put([{ ...device, state: 'down', stateSinceMs: atMs }]);
    times.push((await seen) - atMs);
  }
  return percentile(times, 0.5);
}

interface Measured {
  readonly firstMapMs: number | null;
  readonly pan: Frames;
  readonly zoom: Frames;
  readonly changeMs: number | null;
}

async function ours(browser: Browser, network: MadeUp): Promise<Measured> {
  await using folder = await temporaryFolder('map-bench');
  const engine = await filledEngine(folder.file('bench.trunkline'), network);
  const { clock, log, version } = systemHost({ log: quiet, vault: processVault() });
  const server = await startHeadless({ engine, pageFolder, log, clock, version, port: 0 });
  const page = await browser.newPage({ viewport: VIEWPORT });
  try {
    const startMs = performance.now();
    await page.goto(server.url);
    await page
      .getByRole('list', { name: 'Devices on the map' })
      .getByRole('listitem')
      .first()
      .waitFor({ state: 'attached' });
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
    const firstMapMs = performance.now() - startMs;
    // The middle button pans wherever it is pressed, also on a device.
    const pan = await framesDuring(page, () => drag(page, 'middle'));
    const zoom = await framesDuring(page, () => wheel(page));
    return { firstMapMs, pan, zoom, changeMs: await changeToScreen(page, engine, network) };
  } finally {
    await page.close();
    await server.close();
    await engine.close();
  }
}

/** With what cytoscape recommends for large graphs: no labels far out, a picture while the view moves. */
async function cytoscapes(browser: Browser, network: MadeUp): Promise<Measured> {
  const source = await readFile(createRequire(import.meta.url).resolve('cytoscape/dist/cytoscape.min.js'), 'utf8');
  const page = await browser.newPage({ viewport: VIEWPORT });
  try {
    await page.setContent('<body style="margin:0"><div id="map" style="width:1392px;height:684px"></div></body>');
    await page.addScriptTag({ content: source });
    await page.evaluate(
      ({ devices, links, positions }) => {
        const places = new Map(positions.map(({ id, x, y }) => [id, { x, y }]));
        const make = Reflect.get(globalThis, 'cytoscape') as (options: unknown) => unknown;
        make({
          container: document.getElementById('map'),
          elements: [
            ...devices.map(({ id, name }) => ({ data: { id: `d${id}`, name }, position: places.get(id) })),
            ...links.map(({ id, a, b }) => ({ data: { id: `l${id}`, source: `d${a}`, target: `d${b}` } })),
          ],
          layout: { name: 'preset', fit: true },
          autoungrabify: true,
          boxSelectionEnabled: false,
          textureOnViewport: true,
          hideLabelsOnViewport: true,
          pixelRatio: 1,
          style: [
            {
              selector: 'node',
              style: {
                label: 'data(name)',
                'min-zoomed-font-size': 9,
                width: 36,
                height: 36,
                shape: 'round-rectangle',
              },
            },
            { selector: 'edge', style: { width: 4, 'curve-style': 'straight' } },
          ],
        });
      },
      {
        devices: network.devices.map(({ id, name }) => ({ id, name })),
        links: network.links.map(({ id, a, b }) => ({ id, a: a.deviceId, b: b.deviceId })),
        positions: network.positions.map(({ id, x, y }) => ({ id, x, y })),
      },
    );
    const pan = await framesDuring(page, () => drag(page, 'left'));
    const zoom = await framesDuring(page, () => wheel(page));
    return { firstMapMs: null, pan, zoom, changeMs: null };
  } finally {
    await page.close();
  }
}

const cell = (value: string | number): string => String(value).padStart(10);
const ms = (value: number | null): string => (value === null ? '' : value.toFixed(value < 100 ? 1 : 0));

function tell(name: string, size: number, { firstMapMs, pan, zoom, changeMs }: Measured): void {
  const values = [ms(firstMapMs), ms(pan.p50), ms(pan.p95), ms(zoom.p50), ms(zoom.p95), ms(changeMs)];
  console.log([name.padEnd(12), cell(size), ...values.map(cell)].join(''));
}

const executablePath = findBrowser();
if (executablePath === null) {
  console.log('not run: no Chromium, Chrome or Edge is installed');
} else {
  await ensurePage(new URL('../', import.meta.url).pathname, (line) => console.log(line));
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
  console.log('milliseconds     devices first map   pan p50   pan p95  zoom p50  zoom p95    change');
  for (const size of SIZES.length > 0 ? SIZES : [500, 2000, 5000]) {
    const network = madeUpNetwork(size, Date.now());
    const mine = await ours(browser, network);
    const peer = await cytoscapes(browser, network);
    tell('trunkline', size, mine);
    tell('cytoscape', size, peer);
    const ratio = (of: number, by: number): string => `${(by / of).toFixed(1)} times`;
    console.log(`  cytoscape takes ${ratio(mine.pan.p95, peer.pan.p95)} as long for a frame of a pan (p95)`);
  }
  await browser.close();
}
