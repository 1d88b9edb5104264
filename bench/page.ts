/**
 * The page on a large network, in an installed Chromium that draws in software: frame times while the table of devices
 * scrolls and is filtered, first paint of each view after a click, window to useful map. `node bench/page.ts [--devices 5000]
 * [--map-devices 1000] [--rounds 5] [--parts table,paint,map] [--json]`.
 *
 * Real file, real engine and host in a process of their own (make-network.ts), real page. Beside it the same rows as a plain
 * HTML table that draws all of them, in the same browser. A frame time is the distance of two animation frames; while
 * nothing waits it is that of the screen, 16.7 ms. "wheel" scrolls as hands do, "scroll" brings most of a page of new rows in
 * each frame. Processor time a frame is told apart: the page's own thread, and what draws in place of a GPU.
 */
import { fork, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { chromium, type Browser, type Page } from '@playwright/test';
import { findBrowser } from '../test/helpers/browser.ts';
import { planNetwork } from './network/plan-network.ts';
import { framesWhile, scrollSteps, typeSteps, plainTable, wheelSteps, type FrameTimes } from './page-frames.ts';

const { values } = parseArgs({
  options: {
    devices: { type: 'string', default: '5000' },
    'map-devices': { type: 'string', default: '1000' },
    rounds: { type: 'string', default: '5' },
    /** Some of: table, paint, map. */
    parts: { type: 'string', default: 'table,paint,map' },
    json: { type: 'boolean', default: false },
  },
});
const parts = values.parts.split(',');
const rounds = Number(values.rounds);

const BROWSER_ARGS = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'];

interface Served {
  readonly url: string;
  readonly child: ChildProcess;
}

async function serveNetwork(folder: string, devices: number): Promise<Served> {
  const script = fileURLToPath(new URL('make-network.ts', import.meta.url));
  const args = ['--devices', String(devices), '--hours', '1', '--serve', join(folder, `${devices}.trunkline`)];
  const child = fork(script, args, { stdio: ['ignore', 'pipe', 'ignore', 'ipc'] });
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      const found = /http\S+/.exec(text);
      if (found !== null) resolve(found[0]);
    });
    child.once('exit', (code) => reject(new Error(`the network ended with ${code}`)));
  });
  return { url, child };
}

/** The network is ended whatever happens. */
async function withNetwork<T>(folder: string, devices: number, work: (url: string) => Promise<T>): Promise<T> {
  const { url, child } = await serveNetwork(folder, devices);
  const ended = new Promise((resolve) => child.once('exit', resolve));
  try {
    return await work(url);
  } finally {
    child.kill('SIGTERM');
    await ended;
  }
}

const median = (numbers: readonly number[]): number => numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? NaN;

const middleFrames = (times: readonly FrameTimes[]): FrameTimes => ({
  p50Ms: median(times.map(({ p50Ms }) => p50Ms)),
  p95Ms: median(times.map(({ p95Ms }) => p95Ms)),
  maxMs: median(times.map(({ maxMs }) => maxMs)),
  ownMs: median(times.map(({ ownMs }) => ownMs)),
  drawMs: median(times.map(({ drawMs }) => drawMs)),
});

async function repeated<T>(work: () => Promise<T>): Promise<T[]> {
  const results: T[] = [];
  for (let round = 0; round < rounds; round += 1) results.push(await work());
  return results;
}

async function openWindow(browser: Browser, url: string): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.goto(url);
  await page.getByRole('navigation', { name: 'Views' }).waitFor();
  return page;
}

const GRID = '[role="grid"][aria-label="Devices"]';

async function tableFrames(page: Page) {
  await page.evaluate(() => void (location.hash = '#/devices'));
  await page.locator(`${GRID} [data-line]`).first().waitFor();
  const wheel = await repeated(() => framesWhile(page, wheelSteps(page, GRID)));
  const scroll = await repeated(() => framesWhile(page, scrollSteps(page, GRID)));
  const filter = await repeated(() => framesWhile(page, typeSteps(page, 'acc state:up ')));
  return { wheel: middleFrames(wheel), scroll: middleFrames(scroll), filter: middleFrames(filter) };
}

/** The peer: the same devices, all drawn; filtered by hiding rows. */
async function plainFrames(browser: Browser, devices: number) {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.setContent(plainTable(planNetwork(devices).devices));
  const wheel = await repeated(() => framesWhile(page, wheelSteps(page, '#list')));
  const scroll = await repeated(() => framesWhile(page, scrollSteps(page, '#list')));
  const filter = await repeated(() => framesWhile(page, typeSteps(page, 'acc up ')));
  await page.close();
  return { wheel: middleFrames(wheel), scroll: middleFrames(scroll), filter: middleFrames(filter) };
}

/** From the click on the rail to the frame after the one in which the view is there. */
async function firstPaints(page: Page): Promise<Record<string, number>> {
  const views = await page.getByRole('navigation', { name: 'Views' }).getByRole('link').all();
  const names = await Promise.all(views.map(async (view) => (await view.getAttribute('href')) ?? ''));
  await page.evaluate(() => void (location.hash = '#/devices'));
  const device = (await page.locator(`${GRID} a`).first().getAttribute('href')) ?? '#/devices/1';
  const paints: Record<string, number[]> = {};
  for (let round = 0; round < rounds; round += 1) {
    for (const href of [...names, device]) {
      (paints[href.replace(/\d+$/, 'ID')] ??= []).push(await paintAfter(page, href));
      await page.waitForTimeout(300);
    }
  }
  return Object.fromEntries(Object.entries(paints).map(([view, times]) => [view, median(times)]));
}

/** Milliseconds from the change of place to the end of the frame that draws the view's own head or canvas. */
function paintAfter(page: Page, href: string): Promise<number> {
  return page.evaluate(async (to) => {
    const frame = (): Promise<number> => new Promise((resolve) => requestAnimationFrame(resolve));
    // From somewhere else, so that the view is made anew.
    location.hash = to === '#/settings/network' ? '#/devices' : '#/settings/network';
    for (let wait = 0; wait < 20; wait += 1) await frame();
    const before = document.getElementById('view')?.firstElementChild ?? null;
    const started = performance.now();
    location.hash = to;
    // A view is there when another one stands in its place; a frame later it is painted.
    for (let waited = 0; waited < 600 && document.getElementById('view')?.firstElementChild === before; waited += 1)
      await frame();
    await frame();
    await frame();
    return performance.now() - started;
  }, href);
}

/** From the navigation to the frame in which all devices of the network stand on the map. */
async function usefulMap(browser: Browser, url: string, devices: number): Promise<number> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  const started = performance.now();
  await page.goto(url);
  await page.waitForFunction(
    (count) => document.querySelectorAll('ul[aria-label="Devices on the map"] li').length >= count,
    Math.floor(devices / 20),
    { polling: 'raf' },
  );
  const tookMs = performance.now() - started;
  // Places are kept a moment later: the next window begins with them.
  await page.waitForTimeout(2000);
  await page.close();
  return tookMs;
}

async function mapTimes(browser: Browser, url: string, devices: number) {
  const mapFirst = await usefulMap(browser, url, devices);
  return { mapFirst, mapAgain: median(await repeated(() => usefulMap(browser, url, devices))) };
}

async function windowTimes(browser: Browser, url: string) {
  const page = await openWindow(browser, url);
  const table = parts.includes('table') ? await tableFrames(page) : undefined;
  const paints = parts.includes('paint') ? await firstPaints(page) : undefined;
  await page.close();
  return { table, paints };
}

async function bench(executablePath: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'trunkline-bench-'));
  const browser = await chromium.launch({ executablePath, args: BROWSER_ARGS });
  try {
    const [devices, mapDevices] = [Number(values.devices), Number(values['map-devices'])];
    const figures: Figures = { devices, mapDevices };
    if (parts.includes('map'))
      figures.map = await withNetwork(folder, mapDevices, (url) => mapTimes(browser, url, mapDevices));
    if (parts.includes('table') || parts.includes('paint'))
      Object.assign(figures, await withNetwork(folder, devices, (url) => windowTimes(browser, url)));
    if (parts.includes('table')) figures.peer = await plainFrames(browser, devices);
    report(figures);
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

interface TableFrames {
  readonly wheel: FrameTimes;
  readonly scroll: FrameTimes;
  readonly filter: FrameTimes;
}

interface Figures {
  readonly devices: number;
  readonly mapDevices: number;
  table?: TableFrames | undefined;
  peer?: TableFrames | undefined;
  paints?: Record<string, number> | undefined;
  map?: { readonly mapFirst: number; readonly mapAgain: number } | undefined;
}

function report(figures: Figures): void {
  if (values.json) return console.log(JSON.stringify(figures, null, 1));
  const { devices, mapDevices, table, peer, paints, map } = figures;
  const ms = (value: number): string => `${value.toFixed(1).padStart(7)} ms`;
  const line = (what: string, { p50Ms, p95Ms, maxMs, ownMs, drawMs }: FrameTimes): void =>
    console.log(
      `${what.padEnd(38)} p50 ${ms(p50Ms)}  p95 ${ms(p95Ms)}  max ${ms(maxMs)}  own ${ms(ownMs)} + drawing ${ms(drawMs)} a frame`,
    );
  console.log(`medians of ${rounds} rounds, load ${loadavg()[0]?.toFixed(1)}`);
  for (const what of ['wheel', 'scroll', 'filter'] as const) {
    if (table !== undefined) line(`${devices} rows, ${what}`, table[what]);
    if (peer !== undefined) line(`${devices} rows as a plain table, ${what}`, peer[what]);
  }
  for (const [view, time] of Object.entries(paints ?? {})) console.log(`first paint of ${view.padEnd(30)} ${ms(time)}`);
  if (map !== undefined)
    console.log(`window to map of ${mapDevices} devices, first time ${ms(map.mapFirst)}, then ${ms(map.mapAgain)}`);
}

const browserPath = findBrowser();
if (browserPath === null) console.log('not run: no Chromium, Chrome or Edge is installed');
else await bench(browserPath);
