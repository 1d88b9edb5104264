/** Devices and stacks: a frame, a glyph, the mark of the state at the corner. Only *down* fills its node. */
import type { StateName } from '../../ui/state-marks.ts';
import { grow, overlaps, rectAround } from '../geometry/plane.ts';
import type { SceneNode } from '../scene/scene-types.ts';
import { BADGE_FONT, GLYPHS_FROM, SHAPES_FROM, type PaintJob } from './canvas-context.ts';
import { faded, stateToken, type Palette } from './palette.ts';
import { drawText, emptyPath, roundedRect } from './shapes.ts';
import { drawGlyph, drawStateMark } from './state-mark-paths.ts';

const RADIUS = 8;
const GLYPH = 20;
const MARK = 16;
/** The mark's place from the middle of the node. */
const MARK_AT = { x: -15, y: -16 } as const;
/** Marks of trouble stay this large on the screen, however far out. */
const LEAST_MARK_PX = 10;

export function bodyOf(node: SceneNode, by = 0): Path2D {
  if (!node.round) return roundedRect(rectAround(node, node.halfWidth + by, node.halfHeight + by), RADIUS + by * 0.8);
  const path = emptyPath();
  path.arc(node.x, node.y, node.halfWidth + by, 0, Math.PI * 2);
  return path;
}

interface Frame {
  readonly fill: string;
  readonly edge: string;
  readonly width: number;
  readonly dash: readonly number[];
  readonly glyph: string;
}

function frameOf(node: SceneNode, palette: Palette, hovered: boolean): Frame {
  const fill = palette(hovered ? '--hover' : '--panel');
  const calm = { fill, edge: palette('--line3'), width: 1.25, dash: [], glyph: palette('--text') };
  const edge = palette(stateToken(node.state));
  switch (node.state) {
    case 'up':
      return node.ghost ? { ...calm, dash: [3.5, 3], glyph: palette('--text2') } : calm;
    case 'down':
      return { fill: edge, edge, width: 2, dash: [], glyph: palette('--on-mark') };
    case 'unreachable':
      return { fill, edge, width: 2, dash: [5, 3.5], glyph: edge };
    case 'unknown':
      return { fill, edge, width: 1.75, dash: [1.75, 3], glyph: palette('--state-unknown-text') };
    default:
      return { fill, edge, width: 2, dash: node.ghost ? [3.5, 3] : [], glyph: palette('--text') };
  }
}

function paintSheets({ context, palette }: PaintJob, node: SceneNode, frame: Frame): void {
  context.setLineDash([]);
  context.lineWidth = 1;
  for (const step of [8, 4]) {
    const sheet = roundedRect(
      rectAround({ x: node.x + step, y: node.y - step }, node.halfWidth, node.halfHeight),
      RADIUS,
    );
    context.fillStyle = palette('--panel');
    context.fill(sheet);
    context.strokeStyle = frame.edge;
    context.stroke(sheet);
  }
}

function paintCount({ context, palette }: PaintJob, node: SceneNode, frame: Frame): void {
  const text = `×${node.deviceIds.length}`;
  context.font = BADGE_FONT;
  const half = context.measureText(text).width / 2 + 6;
  const at = { x: node.x + node.halfWidth + 1, y: node.y + node.halfHeight - 3 };
  const pill = roundedRect(rectAround(at, half, 8.5), 8.5);
  context.fillStyle = palette('--hover');
  context.fill(pill);
  context.strokeStyle = frame.edge;
  context.lineWidth = 1;
  context.setLineDash([]);
  context.stroke(pill);
  drawText(context, text, at, { font: BADGE_FONT, colour: palette('--text'), align: 'center' });
}

function paintOutline(job: PaintJob, node: SceneNode): void {
  const { context, palette, highlights } = job;
  const selected = node.key === highlights.selectedNode || highlights.group.has(node.key);
  const focused = node.key === highlights.focusedNode;
  const found = highlights.found.has(node.key);
  if (!selected && !focused && !found) return;
  context.setLineDash([]);
  context.strokeStyle = palette('--accent');
  context.lineWidth = Math.max(2, 1.5 / job.zoom);
  if (selected) {
    context.fillStyle = faded(palette('--accent'), 0.14);
    context.fill(bodyOf(node, 5));
    context.stroke(bodyOf(node, 5));
  }
  if (focused) context.stroke(bodyOf(node, selected ? 9 : 4));
  if (!found || selected || focused) return;
  context.setLineDash([4, 3]);
  context.stroke(bodyOf(node, 5));
}

function paintMark(job: PaintJob, node: SceneNode, state: StateName, dx: number, dy: number): void {
  const least = state === 'up' ? 0 : LEAST_MARK_PX / job.zoom;
  const at = { x: node.x + dx, y: node.y + dy };
  const size = Math.max(MARK, least);
  drawStateMark(job.context, state, at, { palette: job.palette, size, behind: job.palette('--canvas') });
}

function paintNode(job: PaintJob, node: SceneNode): void {
  const { context, palette, highlights } = job;
  const frame = frameOf(node, palette, node.key === highlights.hoveredNode);
  if (node.kind === 'fold') paintSheets(job, node, frame);
  paintOutline(job, node);
  const body = bodyOf(node);
  context.fillStyle = frame.fill;
  context.fill(body);
  context.strokeStyle = frame.edge;
  context.lineWidth = frame.width;
  context.lineCap = 'butt';
  context.setLineDash([...frame.dash]);
  context.stroke(body);
  if (job.zoom >= GLYPHS_FROM) drawGlyph(context, node.glyph, node, { colour: frame.glyph, size: GLYPH });
  if (node.kind === 'fold') paintCount(job, node, frame);
  if (!node.ghost || node.state !== 'up') {
    if (node.state !== 'up' || job.zoom >= GLYPHS_FROM) paintMark(job, node, node.state, MARK_AT.x, MARK_AT.y);
  }
  if (node.worst !== null) paintMark(job, node, node.worst, 24, -22);
}

/** From far away a node is a small square in one of a few colours: all of a colour at once. */
function paintSpecks(job: PaintJob, nodes: readonly SceneNode[]): void {
  const { context, palette } = job;
  const least = 2.5 / job.zoom;
  for (const [state, alike] of Map.groupBy(nodes, (node) => node.worst ?? node.state)) {
    context.fillStyle = palette(state === 'up' ? '--line3' : stateToken(state));
    for (const node of alike) {
      const half = Math.max(node.halfWidth * (state === 'up' ? 0.8 : 1.2), least);
      context.fillRect(node.x - half, node.y - half, half * 2, half * 2);
    }
  }
}

export function visibleNodesOf(job: PaintJob): readonly SceneNode[] {
  const view = grow(job.view, 40);
  return [...job.scene.nodes.values()].filter(
    (node) => node.kind !== 'site' && overlaps(view, rectAround(node, node.halfWidth, node.halfHeight)),
  );
}

export function paintNodes(job: PaintJob, nodes: readonly SceneNode[]): void {
  if (job.zoom >= SHAPES_FROM) {
    for (const node of nodes) paintNode(job, node);
    return;
  }
  paintSpecks(job, nodes);
  for (const node of nodes) paintOutline(job, node);
}
