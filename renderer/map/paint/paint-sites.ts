/** Boxes of open sites, cards of closed ones, outlines of opened stacks and of what an incident took with it. */
import { overlaps, rectAround, type Point } from '../geometry/plane.ts';
import type { OpenedFold, SceneNode, SiteBox, StateCount } from '../scene/scene-types.ts';
import { BADGE_FONT, DETAIL_FONT, LABEL_FONT, LABELS_FROM, TITLE_FONT, type PaintJob } from './canvas-context.ts';
import { faded, stateTextToken, stateToken } from './palette.ts';
import { drawText, roundedPolygon, roundedRect } from './shapes.ts';
import { COUNT, fitFarTitle, NAME_GAP, PLATE_AT, PLATE_PAD, TITLE_AT } from './site-title.ts';
import { drawStateMark } from './state-mark-paths.ts';

const RADIUS = 10;
const PLATE_HALF = 11;

/** Mark and number of each state in a row; returns where the row ends. */
function paintCounts(job: PaintJob, counts: readonly StateCount[], at: Point): number {
  const { context, palette } = job;
  let { x } = at;
  for (const { state, count } of counts) {
    drawStateMark(context, state, { x: x + 7, y: at.y }, { palette, size: 14, behind: null });
    const text = String(count);
    const colour = palette(state === 'up' ? '--text2' : stateTextToken(state));
    drawText(context, text, { x: x + COUNT.mark, y: at.y }, { font: LABEL_FONT, colour });
    x += COUNT.mark + context.measureText(text).width + COUNT.gap;
  }
  return x;
}

export function paintSiteBoxes(job: PaintJob): void {
  const { context, palette } = job;
  for (const { rect } of job.scene.sites) {
    if (!overlaps(rect, job.view)) continue;
    const box = roundedRect(rect, RADIUS);
    context.fillStyle = faded(palette('--panel'), 0.45);
    context.fill(box);
    context.strokeStyle = palette('--line2');
    context.lineWidth = Math.max(1, 1 / job.zoom);
    context.setLineDash([]);
    context.stroke(box);
  }
}

/** After the links: a title must be read even where one passes below it. */
export function paintSiteTitles(job: PaintJob): void {
  if (job.zoom < LABELS_FROM) return;
  for (const { site, rect, counts } of job.scene.sites) {
    if (!overlaps(rect, job.view)) continue;
    const at = { x: rect.left + TITLE_AT.x, y: rect.top + TITLE_AT.y };
    paintTitle(job, site, counts, at);
  }
}

function paintTitle(job: PaintJob, name: string, counts: readonly StateCount[], at: Point): void {
  const { context, palette } = job;
  drawText(context, name, at, { font: TITLE_FONT, colour: palette('--text'), halo: palette('--canvas') });
  paintCounts(job, counts, { x: at.x + context.measureText(name).width + NAME_GAP, y: at.y });
}

/** From far away the site's name is what can be read: as large on the screen as ever, on a plate above everything. */
export function paintFarTitles(job: PaintJob): void {
  if (job.zoom >= LABELS_FROM) return;
  for (const box of job.scene.sites) if (overlaps(box.rect, job.view)) paintFarTitle(job, box);
}

function paintFarTitle(job: PaintJob, box: SiteBox): void {
  const { context, palette, zoom } = job;
  const { name, counts, width } = fitFarTitle(box, zoom);
  context.save();
  context.translate(box.rect.left, box.rect.top);
  context.scale(1 / zoom, 1 / zoom);
  const right = PLATE_AT + width + 2 * PLATE_PAD;
  const plate = roundedRect({ left: PLATE_AT, top: -PLATE_HALF, right, bottom: PLATE_HALF }, PLATE_HALF / 2);
  context.fillStyle = palette('--panel');
  context.fill(plate);
  context.strokeStyle = palette('--line2');
  context.lineWidth = 1;
  context.setLineDash([]);
  context.stroke(plate);
  paintTitle(job, name, counts, { x: PLATE_AT + PLATE_PAD, y: 0 });
  context.restore();
}

function paintCard(job: PaintJob, node: SceneNode): void {
  const { context, palette, highlights } = job;
  const rect = rectAround(node, node.halfWidth, node.halfHeight);
  const calm = node.state === 'up';
  const hovered = node.key === highlights.hoveredNode;
  context.setLineDash([]);
  context.strokeStyle = palette('--line3');
  context.lineWidth = 1;
  context.fillStyle = palette('--panel');
  const sheet = roundedRect(
    { left: rect.left + 8, top: rect.top - 5, right: rect.right - 8, bottom: rect.top + 20 },
    RADIUS,
  );
  context.fill(sheet);
  context.stroke(sheet);
  const card = roundedRect(rect, RADIUS);
  context.fillStyle = palette(hovered ? '--hover' : '--panel');
  context.fill(card);
  context.strokeStyle = palette(calm ? '--line3' : stateToken(node.state));
  context.lineWidth = calm ? 1.25 : 2;
  context.setLineDash(node.state === 'unreachable' ? [5, 3.5] : node.state === 'unknown' ? [1.75, 3] : []);
  context.stroke(card);
  context.setLineDash([]);
  paintCardWords(job, node);
  const marked = [highlights.selectedNode, highlights.focusedNode].includes(node.key);
  if (!marked && !highlights.group.has(node.key) && !highlights.found.has(node.key)) return;
  context.strokeStyle = palette('--accent');
  context.lineWidth = 2;
  context.stroke(roundedRect(rectAround(node, node.halfWidth + 5, node.halfHeight + 5), RADIUS + 4));
}

function paintCardWords(job: PaintJob, node: SceneNode): void {
  const { context, palette } = job;
  const left = node.x - node.halfWidth + 12;
  const right = node.x + node.halfWidth - 12;
  const [upper, lower] = [node.y - 11, node.y + 12];
  drawStateMark(context, node.state, { x: left + 6, y: upper }, { palette, size: 16, behind: null });
  drawText(context, node.name, { x: left + 22, y: upper }, { font: TITLE_FONT, colour: palette('--text') });
  const quiet = { font: DETAIL_FONT, colour: palette('--text3'), align: 'right' } as const;
  drawText(context, node.detail ?? '', { x: right, y: upper }, quiet);
  paintCounts(job, node.counts, { x: left - 1, y: lower });
  drawText(context, 'Open site', { x: right, y: lower }, { ...quiet, colour: palette('--text2') });
}

export function paintSiteCards(job: PaintJob): void {
  for (const node of job.scene.nodes.values()) {
    if (node.kind === 'site' && overlaps(job.view, rectAround(node, node.halfWidth + 10, node.halfHeight + 10))) {
      paintCard(job, node);
    }
  }
}

export function paintBlasts(job: PaintJob): void {
  const { context, palette } = job;
  for (const { outline } of job.scene.blasts) {
    const path = roundedPolygon(outline, 12);
    context.fillStyle = faded(palette('--state-down'), 0.07);
    context.fill(path);
    context.strokeStyle = faded(palette('--state-down'), 0.8);
    context.lineWidth = Math.max(1.25, 1 / job.zoom);
    context.lineCap = 'butt';
    context.setLineDash([5, 3.5]);
    context.stroke(path);
    context.setLineDash([]);
  }
}

function paintFoldButton(job: PaintJob, { button }: OpenedFold): void {
  const { context, palette } = job;
  const pill = roundedRect(button, 10);
  context.fillStyle = palette('--raised');
  context.fill(pill);
  context.strokeStyle = palette('--line3');
  context.lineWidth = 1;
  context.setLineDash([]);
  context.stroke(pill);
  const at = { x: (button.left + button.right) / 2, y: (button.top + button.bottom) / 2 };
  drawText(context, 'Fold', at, { font: BADGE_FONT, colour: palette('--text'), align: 'center' });
}

export function paintOpenedFolds(job: PaintJob): void {
  const { context, palette } = job;
  context.lineWidth = 1;
  context.setLineDash([]);
  for (const fold of job.scene.openedFolds) {
    context.strokeStyle = palette('--line2');
    context.fillStyle = faded(palette('--raised'), 0.35);
    const box = roundedRect(fold.rect, RADIUS);
    context.fill(box);
    context.stroke(box);
  }
}

export function paintFoldButtons(job: PaintJob): void {
  if (job.zoom < LABELS_FROM) return;
  for (const fold of job.scene.openedFolds) paintFoldButton(job, fold);
}
