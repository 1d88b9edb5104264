/**
 * For the link that is selected: ports and rates at both ends, use in numbers, and one sentence. For one that is only hovered
 * the ports alone: the rest is on the card beside the pointer.
 */
import { formatBits } from '../../../shared/units/bits.ts';
import { distance, middleOf, overlaps, rectAround, type Point, type Rect } from '../geometry/plane.ts';
import { sentenceOf } from '../scene/link-words.ts';
import type { SceneEnd, SceneLink } from '../scene/scene-types.ts';
import { DETAIL_FONT, PORT_FONT, type PaintJob } from './canvas-context.ts';
import { paintNumbers } from './paint-link-marks.ts';
import { drawText, roundedRect } from './shapes.ts';

const PAD = 7;
const RATE_GAP = 7;
const CHIP_HALF = 10;
const CHIP_ASIDE = 22;
const SENTENCE_ASIDE = 30;

function portOf(end: SceneEnd): string {
  if (end.port !== null) return end.port;
  return end.interfaceIds.length > 1 ? `${end.interfaceIds.length} ports` : 'port unknown';
}

interface Chip {
  readonly port: string;
  readonly rate: string | null;
  readonly width: number;
}

function chipOf(context: CanvasRenderingContext2D, port: string, rate: string | null): Chip {
  context.font = PORT_FONT;
  const portWidth = context.measureText(port).width;
  context.font = DETAIL_FONT;
  const rateWidth = rate === null ? 0 : context.measureText(rate).width + RATE_GAP;
  return { port, rate, width: portWidth + rateWidth + PAD * 2 };
}

/** With rates where both chips have room, else with the ports alone. */
function chipsOf(job: PaintJob, link: SceneLink): readonly [Chip, Chip] {
  const { aBps, bBps } = job.inkOf(link);
  const text = (bps: number | null): string | null => (bps === null ? null : formatBits(bps));
  const [a, b] = [portOf(link.a), portOf(link.b)];
  const full = [chipOf(job.context, a, text(aBps)), chipOf(job.context, b, text(bBps))] as const;
  const { from, to } = link.line;
  const apart = Math.max(Math.abs(to.x - from.x), (Math.abs(to.y - from.y) / (CHIP_HALF * 2 + 6)) * full[0].width);
  return full[0].width + full[1].width + PAD <= apart ? full : portChips(job, link);
}

function portChips({ context }: PaintJob, { a, b }: SceneLink): readonly [Chip, Chip] {
  return [chipOf(context, portOf(a), null), chipOf(context, portOf(b), null)];
}

/** Beside the link's end, clear of the node. `side` 1 is above a flat link and right of a steep one, -1 the other. */
function chipRect(end: Point, other: Point, width: number, side: 1 | -1): Rect {
  const length = distance(end, other) || 1;
  const ux = (other.x - end.x) / length;
  const uy = (other.y - end.y) / length;
  const along = Math.min(length / 2, Math.abs(ux) * (width / 2) + Math.abs(uy) * 16);
  const aside = (Math.abs(ux) * CHIP_ASIDE + Math.abs(uy) * (width / 2 + CHIP_HALF)) * side * (ux >= 0 ? 1 : -1);
  const centre = { x: end.x + ux * along + uy * aside, y: end.y + uy * along - ux * aside };
  return rectAround(centre, width / 2, CHIP_HALF);
}

type Rects = readonly [Rect, Rect];

function chipRects({ line }: SceneLink, [a, b]: readonly [Chip, Chip], side: 1 | -1): Rects {
  return [chipRect(line.from, line.to, a.width, side), chipRect(line.to, line.from, b.width, side)];
}

/** The side on which the chips hide no name of the two devices. */
function freeSide(job: PaintJob, link: SceneLink, chips: readonly [Chip, Chip]): 1 | -1 {
  const names = [link.a.node, link.b.node].flatMap((key) => job.scene.labels.get(key)?.rect ?? []);
  const hides = (side: 1 | -1): number =>
    chipRects(link, chips, side).filter((rect) => names.some((name) => overlaps(rect, name))).length;
  return hides(1) <= hides(-1) ? 1 : -1;
}

function paintChip(job: PaintJob, chip: Chip, rect: Rect, selected: boolean): void {
  const { context, palette } = job;
  const box = roundedRect(rect, 4);
  const y = (rect.top + rect.bottom) / 2;
  context.fillStyle = palette('--panel');
  context.fill(box);
  context.strokeStyle = palette(selected ? '--accent' : '--line3');
  context.lineWidth = 1.25;
  context.setLineDash([]);
  context.stroke(box);
  drawText(context, chip.port, { x: rect.left + PAD, y }, { font: PORT_FONT, colour: palette('--text') });
  if (chip.rate === null) return;
  const style = { font: DETAIL_FONT, colour: palette('--text2'), align: 'right' } as const;
  drawText(context, chip.rate, { x: rect.right - PAD, y }, style);
}

/** On the side that the chips left free. */
function paintSentence(job: PaintJob, link: SceneLink, side: 1 | -1): void {
  const { from, to } = link.line;
  const middle = middleOf(from, to);
  const flat = Math.abs(to.x - from.x) > Math.abs(to.y - from.y);
  const at = flat
    ? { x: middle.x, y: middle.y + SENTENCE_ASIDE * side }
    : { x: middle.x - SENTENCE_ASIDE * side * 0.7, y: middle.y };
  drawText(job.context, sentenceOf(link), at, {
    font: DETAIL_FONT,
    colour: job.palette('--text2'),
    halo: job.palette('--canvas'),
    align: flat ? 'center' : side === 1 ? 'right' : 'left',
  });
}

export function paintLinkDetails(job: PaintJob, link: SceneLink): void {
  const selected = link.key === job.highlights.selectedLink;
  const chips = selected ? chipsOf(job, link) : portChips(job, link);
  const side = freeSide(job, link, chips);
  const [a, b] = chipRects(link, chips, side);
  if (selected && (link.look === 'use' || link.look === 'inferred')) paintNumbers(job, link, true);
  paintChip(job, chips[0], a, selected);
  paintChip(job, chips[1], b, selected);
  if (selected) paintSentence(job, link, side);
}
