/** The title of an open site: its name and how many of its devices are in which state, as far as there is room. */
import { measureText } from '../live/text-width.ts';
import type { SiteBox, StateCount } from '../scene/scene-types.ts';
import { LABELS_FROM } from './canvas-context.ts';

export const TITLE_AT = { x: 15, y: 20 } as const;
export const NAME_GAP = 16;
export const COUNT = { mark: 17, gap: 12 } as const;
/** Of a title on a plate: from its edge to its name. */
export const PLATE_PAD = 8;
/** From the corner of the site's box to the plate. */
export const PLATE_AT = 8;
/** Names are set larger and bolder than the labels that are measured. */
const NAME_SCALE = 1.13;

export interface FittedTitle {
  readonly name: string;
  readonly counts: readonly StateCount[];
  /** Pixels at zoom 1. */
  readonly width: number;
}

const nameWidth = (name: string): number => measureText(name) * NAME_SCALE;

function widthOf(name: string, counts: readonly StateCount[]): number {
  const each = counts.map(({ count }) => COUNT.mark + measureText(String(count)) + COUNT.gap);
  return nameWidth(name) + (each.length === 0 ? 0 : NAME_GAP - COUNT.gap) + each.reduce((sum, width) => sum + width, 0);
}

/** Without those that are up first: what is wrong is looked for. Then the mildest, which stand last. */
function fewer(counts: readonly StateCount[]): readonly StateCount[] {
  const wrong = counts.filter(({ state }) => state !== 'up');
  return wrong.length < counts.length ? wrong : counts.slice(0, -1);
}

function shortened(name: string, room: number): string {
  let end = name.length;
  while (end > 1 && nameWidth(`${name.slice(0, end)}…`) > room) end -= 1;
  return end === name.length ? name : `${name.slice(0, end).trimEnd()}…`;
}

export function fitTitle(site: string, counts: readonly StateCount[], room: number): FittedTitle {
  if (counts.length > 0 && widthOf(site, counts) > room) return fitTitle(site, fewer(counts), room);
  const name = nameWidth(site) > room ? shortened(site, room) : site;
  return { name, counts, width: widthOf(name, counts) };
}

/** From far away a title is as large on the screen as ever, and on a plate, which must not be wider than its site. */
export function fitFarTitle({ site, rect, counts }: SiteBox, zoom: number): FittedTitle {
  return fitTitle(site, counts, (rect.right - rect.left) * zoom - 2 * (PLATE_AT + PLATE_PAD));
}

/** How far a title reaches from the left edge of its site's box, in pixels of the screen. */
export function titleWidth(box: SiteBox, zoom: number): number {
  if (zoom < LABELS_FROM) return fitFarTitle(box, zoom).width + PLATE_AT + 2 * PLATE_PAD;
  return (TITLE_AT.x + widthOf(box.site, box.counts)) * zoom;
}
