/** What stands on a link: cross, ring, square, clock, wave, percent; and on the one looked at its ports and rates. */
import { formatBits } from '../../../shared/units/bits.ts';
import { tokenOfUse } from '../../ui/scale-of-use.ts';
import { linkHalves } from '../geometry/link-halves.ts';
import { distance, middleOf, rectAround, type Line, type Point } from '../geometry/plane.ts';
import type { SceneEnd, SceneLink } from '../scene/scene-types.ts';
import { BADGE_FONT, DETAIL_FONT, GLYPHS_FROM, PORT_FONT, type PaintJob } from './canvas-context.ts';
import { drawText, emptyPath, roundedRect } from './shapes.ts';

/** From this use on, in percent, the number is printed on the link. */
const PRINTED_FROM = 85;
const LEAST_FOR_NUMBER = 46;
const LEAST_FOR_MARK = 18;

function alongLine({ from, to }: Line): { angle: number; length: number } {
  return { angle: Math.atan2(to.y - from.y, to.x - from.x), length: distance(from, to) };
}

/** Draws in coordinates whose x axis is the link and whose zero is its middle. */
function onMiddle(job: PaintJob, link: SceneLink, draw: (context: CanvasRenderingContext2D) => void): void {
  const middle = middleOf(link.line.from, link.line.to);
  job.context.save();
  job.context.translate(middle.x, middle.y);
  job.context.rotate(alongLine(link.line).angle);
  draw(job.context);
  job.context.restore();
}

function paintCross(job: PaintJob, link: SceneLink): void {
  onMiddle(job, link, (context) => {
    context.fillStyle = job.palette('--canvas');
    context.fillRect(-11, -7, 22, 14);
    context.strokeStyle = job.palette('--state-down');
    context.lineCap = 'butt';
    context.setLineDash([]);
    context.lineWidth = 2;
    context.stroke(new Path2D('M-11 -7V7M11 -7V7'));
    context.lineCap = 'round';
    context.stroke(new Path2D('M-4 -4L4 4M4 -4L-4 4'));
  });
}

function paintRing(job: PaintJob, link: SceneLink): void {
  const at = link.silentEnds === 'a' ? link.line.from : link.line.to;
  const { context, palette } = job;
  context.beginPath();
  context.arc(at.x, at.y, 4.5, 0, Math.PI * 2);
  context.fillStyle = palette('--canvas');
  context.fill();
  context.strokeStyle = palette('--text2');
  context.lineWidth = 1.5;
  context.setLineDash([]);
  context.stroke();
}

function paintBadge(job: PaintJob, link: SceneLink, path: string, round: boolean): void {
  const { context, palette } = job;
  const at = middleOf(link.line.from, link.line.to);
  const body = emptyPath();
  if (round) body.arc(at.x, at.y, 7.5, 0, Math.PI * 2);
  else body.roundRect(at.x - 6.5, at.y - 6.5, 13, 13, 2);
  context.fillStyle = palette('--canvas');
  context.fill(body);
  context.strokeStyle = palette('--text2');
  context.lineWidth = 1.5;
  context.setLineDash([]);
  context.stroke(body);
  context.save();
  context.translate(at.x, at.y);
  context.lineCap = 'round';
  context.stroke(new Path2D(path));
  context.restore();
}

function paintWave(job: PaintJob, link: SceneLink): void {
  const { context, palette } = job;
  const at = middleOf(link.line.from, link.line.to);
  const pill = roundedRect(rectAround(at, 15, 9), 9);
  context.fillStyle = palette('--canvas');
  context.fill(pill);
  context.strokeStyle = palette('--state-degraded-text');
  context.lineWidth = 1.5;
  context.setLineDash([]);
  context.stroke(pill);
  context.save();
  context.translate(at.x, at.y);
  context.lineJoin = 'round';
  context.lineCap = 'round';
  context.stroke(new Path2D('M-9 3 L-6 -3 L-3 3 L0 -3 L3 3 L6 -3 L9 3'));
  context.restore();
}

function paintNumber(job: PaintJob, at: Point, percent: number): void {
  const { context, palette } = job;
  const text = `${Math.round(percent)} %`;
  context.font = BADGE_FONT;
  const box = roundedRect(rectAround(at, context.measureText(text).width / 2 + 5, 9), 4);
  context.fillStyle = palette('--panel');
  context.fill(box);
  context.strokeStyle = palette(tokenOfUse(percent));
  context.lineWidth = 1.25;
  context.setLineDash([]);
  context.stroke(box);
  drawText(context, text, at, { font: BADGE_FONT, colour: palette('--text'), align: 'center' });
}

function paintNumbers(job: PaintJob, link: SceneLink, always: boolean): void {
  const use = job.useOf(link.key);
  if (alongLine(link.line).length < LEAST_FOR_NUMBER) return;
  const halves = linkHalves(link.line, link.width);
  for (const [i, percent] of [use.a, use.b].entries()) {
    const half = halves[i];
    if (half && percent !== null && (always || percent >= PRINTED_FROM)) paintNumber(job, half.centre, percent);
  }
}

export function paintLinkMarks(job: PaintJob, links: readonly SceneLink[]): void {
  if (job.zoom < GLYPHS_FROM) return;
  for (const link of links) {
    if (alongLine(link.line).length < LEAST_FOR_MARK) continue;
    if (link.silentEnds !== 'none') paintRing(job, link);
    if (link.look === 'down') paintCross(job, link);
    else if (link.flapping) paintWave(job, link);
    else if (link.look === 'ageing') paintBadge(job, link, 'M0 -4V0L3 2', true);
    else if (link.manual) paintBadge(job, link, 'M-3 3L3 -3', false);
    if (link.look === 'use' || link.look === 'inferred') paintNumbers(job, link, false);
  }
}

const CONFIDENCE_WORDS = {
  confirmed: 'confirmed',
  'one-sided': 'told by one end',
  inferred: 'inferred',
  manual: 'drawn by a person',
} as const;

function sentenceOf(link: SceneLink): string {
  const speed = link.speedBps === null ? 'Speed unknown' : formatBits(link.speedBps).replace(/\.0+ /, ' ');
  const count = link.linkIds.length;
  return count > 1 ? `${count} links, up to ${speed}` : `${speed}, ${CONFIDENCE_WORDS[link.confidence]}`;
}

interface Chip {
  readonly port: string;
  readonly rate: string | null;
  readonly at: Point;
}

const PAD = 7;
const RATE_GAP = 7;

function chipWidth(context: CanvasRenderingContext2D, port: string, rate: string | null): number {
  context.font = PORT_FONT;
  const portWidth = context.measureText(port).width;
  context.font = DETAIL_FONT;
  return portWidth + (rate === null ? 0 : context.measureText(rate).width + RATE_GAP) + PAD * 2;
}

function paintChip(job: PaintJob, { port, rate, at }: Chip, selected: boolean): void {
  const { context, palette } = job;
  const width = chipWidth(context, port, rate);
  const rect = rectAround(at, width / 2, 10);
  const box = roundedRect(rect, 4);
  context.fillStyle = palette('--panel');
  context.fill(box);
  context.strokeStyle = palette(selected ? '--accent' : '--line3');
  context.lineWidth = 1.25;
  context.setLineDash([]);
  context.stroke(box);
  drawText(context, port, { x: rect.left + PAD, y: at.y }, { font: PORT_FONT, colour: palette('--text') });
  if (rate === null) return;
  const place = { x: rect.right - PAD, y: at.y };
  drawText(context, rate, place, { font: DETAIL_FONT, colour: palette('--text2'), align: 'right' });
}

/** Beside the link's end, clear of the node: above it on a flat link, to its outer side on a steep one. */
function chipPlace(end: Point, other: Point, width: number): Point {
  const length = distance(end, other) || 1;
  const ux = (other.x - end.x) / length;
  const uy = (other.y - end.y) / length;
  const along = Math.min(length / 2, Math.abs(ux) * (width / 2) + Math.abs(uy) * 16);
  const aside = Math.abs(ux) * 22 + Math.abs(uy) * (width / 2 + 10);
  // The upper side of a flat link, the right side of a steep one.
  const side = ux >= 0 ? 1 : -1;
  return { x: end.x + ux * along + uy * side * aside, y: end.y + uy * along - ux * side * aside };
}

function portOf(end: SceneEnd): string {
  if (end.port !== null) return end.port;
  return end.interfaceIds.length > 1 ? `${end.interfaceIds.length} ports` : 'port unknown';
}

/** Ports, rates and one sentence for the link that is hovered or selected. */
export function paintLinkDetails(job: PaintJob, link: SceneLink): void {
  const { context, palette, highlights } = job;
  const use = job.useOf(link.key);
  const { from, to } = link.line;
  const selected = link.key === highlights.selectedLink;
  const roomy = distance(from, to) > 150;
  if (link.look === 'use' || link.look === 'inferred') paintNumbers(job, link, true);
  for (const [end, bps, at, other] of [[link.a, use.aBps, from, to] as const, [link.b, use.bBps, to, from] as const]) {
    const port = portOf(end);
    const rate = roomy && bps !== null ? formatBits(bps) : null;
    paintChip(job, { port, rate, at: chipPlace(at, other, chipWidth(context, port, rate)) }, selected);
  }
  const middle = middleOf(from, to);
  const flat = Math.abs(to.x - from.x) > Math.abs(to.y - from.y);
  const place = flat ? { x: middle.x, y: middle.y + 32 } : { x: middle.x + 24, y: middle.y };
  drawText(context, sentenceOf(link), place, {
    font: DETAIL_FONT,
    colour: palette('--text2'),
    halo: palette('--canvas'),
    align: flat ? 'center' : 'left',
  });
}
