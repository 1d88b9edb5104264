/** The map is a picture without elements: this finds the nodes on it, so that specs can press and drag them. */
import type { Page } from '@playwright/test';
import { inspector, theMap } from './on-page.ts';

export interface Spot {
  readonly x: number;
  readonly y: number;
}

/** Middles of all nodes in window pixels: tries a fine grid and looks where the map would show the hand. */
async function spotsOfNodes(page: Page): Promise<readonly Spot[]> {
  return theMap(page).evaluate(async (map) => {
    const STEP_PX = 8;
    const NODE_PX = 60;
    const { left, top, right, bottom } = map.getBoundingClientRect();
    const hits: { x: number; y: number }[] = [];
    for (let y = top; y < bottom; y += STEP_PX) {
      for (let x = left; x < right; x += STEP_PX) {
        if (!map.parentElement?.contains(document.elementFromPoint(x, y))) continue;
        map.dispatchEvent(new PointerEvent('pointermove', { clientX: x, clientY: y, pointerId: 99, bubbles: true }));
        await Promise.resolve();
        if (map.dataset['hover'] === 'node') hits.push({ x, y });
      }
    }
    const nodes: { x: number; y: number }[][] = [];
    for (const hit of hits) {
      const node = nodes.find((one) => one.some(({ x, y }) => Math.hypot(x - hit.x, y - hit.y) < NODE_PX / 3));
      if (node === undefined) nodes.push([hit]);
      else node.push(hit);
    }
    const mean = (values: number[]): number => Math.round(values.reduce((sum, one) => sum + one, 0) / values.length);
    return nodes.map((node) => ({ x: mean(node.map(({ x }) => x)), y: mean(node.map(({ y }) => y)) }));
  });
}

/**
 * Where each device stands, by what a click on it puts into the inspector. Shows the whole map first, with the inspector
 * open beside it, so that two calls see the same picture if nothing was moved.
 */
export async function devicesOnMap(page: Page): Promise<ReadonlyMap<string, Spot>> {
  const [first] = await spotsOfNodes(page);
  if (first === undefined) throw new Error('no node on the map');
  await page.mouse.click(first.x, first.y);
  await inspector(page).waitFor();
  await page.getByRole('button', { name: /^Show the whole map/ }).click();
  const found = new Map<string, Spot>();
  for (const spot of await spotsOfNodes(page)) {
    await page.mouse.click(spot.x, spot.y);
    found.set((await inspector(page).getByRole('heading', { level: 2 }).textContent()) ?? '', spot);
  }
  return found;
}
