/** What stands on a link: cross, ring, square, clock, wave, and percent from 85 on. */
import { freeAlong } from '../geometry/free-along.ts';
import { distance, middleOf, rectAround, type Line, type Point } from '../geometry/plane.ts';
import type { SceneLink } from '../scene/scene-types.ts';
import { BADGE_FONT, GLYPHS_FROM, type PaintJob } from './canvas-context.ts';
import type { Token } from './palette.ts';
import { drawText, emptyPath, roundedRect } from './shapes.ts';

const LEAST_FOR_NUMBER = 46;
const LEAST_FOR_MARK = 18;
const NUMBER_HALF = 9;

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

function paintNumber(job: PaintJob, at: Point, text: string, token: Token): void {
  const { context, palette } = job;
  context.font = BADGE_FONT;
  const box = roundedRect(rectAround(at, context.measureText(text).width / 2 + 5, NUMBER_HALF), 4);
  context.fillStyle = palette('--panel');
  context.fill(box);
  context.strokeStyle = palette(token);
  context.lineWidth = 1.25;
  context.setLineDash([]);
  context.stroke(box);
  drawText(context, text, at, { font: BADGE_FONT, colour: palette('--text'), align: 'center' });
}

/** Names of devices go first: the number slides along its half of the link to where none is, else it is left out. */
export function paintNumbers(job: PaintJob, link: SceneLink, always: boolean): void {
  if (alongLine(link.line).length < LEAST_FOR_NUMBER) return;
  const ink = job.inkOf(link);
  const middle = middleOf(link.line.from, link.line.to);
  for (const [half, end] of [
    [ink.a, link.line.from],
    [ink.b, link.line.to],
  ] as const) {
    const text = always ? half.number : half.printed;
    if (text === null) continue;
    job.context.font = BADGE_FONT;
    const halfWidth = job.context.measureText(text).width / 2 + 5;
    const at = freeAlong({ from: end, to: middle }, { halfWidth, halfHeight: NUMBER_HALF }, job.scene.labelIndex);
    if (at || always) paintNumber(job, at ?? middleOf(end, middle), text, half.token);
  }
}

export function paintLinkMarks(job: PaintJob, links: readonly SceneLink[]): void {
  if (job.zoom < GLYPHS_FROM) return;
  for (const link of links) {
    if (alongLine(link.line).length < LEAST_FOR_MARK) continue;
    if (link.silentEnds !== 'none') paintRing(job, link);
    if (link.flapping) paintWave(job, link);
    else if (link.look === 'down') paintCross(job, link);
    else if (link.look === 'ageing') paintBadge(job, link, 'M0 -4V0L3 2', true);
    else if (link.manual) paintBadge(job, link, 'M-3 3L3 -3', false);
  }
}

/** After the names: what is printed must keep clear of them. */
export function paintPrintedNumbers(job: PaintJob, links: readonly SceneLink[]): void {
  if (job.zoom < GLYPHS_FROM) return;
  for (const link of links) {
    if (link.look === 'use' || link.look === 'inferred') paintNumbers(job, link, false);
  }
}
