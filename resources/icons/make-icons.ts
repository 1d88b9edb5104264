/**
 * Draws all icons anew from the drawings in source/: `npm exec -- node resources/icons/make-icons.ts`. An installed Chromium
 * draws them, as it does everything else. What it makes is committed, so that a build needs no browser.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser } from '@playwright/test';
import { findBrowser } from '../../test/helpers/browser.ts';
import { icnsFile, icoFile, type Picture } from './icon-files.ts';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const drawing = (name: string): string => readFileSync(here(`source/${name}.svg`), 'utf8');

function keep(path: string, content: Buffer): void {
  mkdirSync(dirname(here(path)), { recursive: true });
  writeFileSync(here(path), content);
}

/** `inset` leaves that share of the square free on each side: macOS draws its icons on a smaller tile. */
async function draw(browser: Browser, svg: string, size: number, inset = 0): Promise<Picture> {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  const edge = Math.round(size * inset);
  const style = `position:absolute;left:${edge}px;top:${edge}px;width:${size - 2 * edge}px;height:${size - 2 * edge}px`;
  await page.setContent(`<body style="margin:0">${svg.replace('<svg ', `<svg style="${style}" `)}</body>`);
  const png = await page.screenshot({ omitBackground: true, clip: { x: 0, y: 0, width: size, height: size } });
  await page.close();
  return { size, png };
}

async function drawAll(browser: Browser, svg: string, sizes: readonly number[], inset = 0): Promise<Picture[]> {
  const pictures: Picture[] = [];
  for (const size of sizes) pictures.push(await draw(browser, svg, size, inset));
  return pictures;
}

const LINUX_SIZES = [16, 24, 32, 48, 64, 96, 128, 256, 512, 1024];
const WINDOWS_SIZES = [16, 20, 24, 32, 40, 48, 64, 128, 256];
const MAC_SIZES = [16, 32, 64, 128, 256, 512, 1024];
const TRAY_SIZES = [16, 20, 24, 32, 48];
const MAC_INSET = 0.09;

async function makeIcons(browser: Browser): Promise<void> {
  const app = drawing('app');
  for (const { size, png } of await drawAll(browser, app, LINUX_SIZES)) keep(`linux/${size}x${size}.png`, png);
  keep('app.ico', icoFile(await drawAll(browser, app, WINDOWS_SIZES)));
  keep('app.icns', icnsFile(await drawAll(browser, app, MAC_SIZES, MAC_INSET)));
  for (const state of ['ok', 'degraded', 'down', 'blind']) {
    const coloured = await drawAll(browser, drawing(`tray-${state}`), TRAY_SIZES);
    keep(`tray/${state}.ico`, icoFile(coloured));
    for (const { size, png } of coloured) {
      // Electron takes the double size from a file of the same name with @2x.
      if (size === 24) keep(`tray/${state}.png`, png);
      if (size === 48) keep(`tray/${state}@2x.png`, png);
    }
    const [template, doubled] = await drawAll(browser, drawing(`template-${state}`), [16, 32]);
    if (template !== undefined) keep(`tray/${state}Template.png`, template.png);
    if (doubled !== undefined) keep(`tray/${state}Template@2x.png`, doubled.png);
  }
}

const executablePath = findBrowser();
const browser = await chromium.launch({
  args: ['--no-sandbox'],
  ...(executablePath === null ? {} : { executablePath }),
});
try {
  await makeIcons(browser);
} finally {
  await browser.close();
}
