/** Names beside the nodes and, unless the device is up, the word of its state under the name. */
import { overlaps, type Point } from '../geometry/plane.ts';
import type { PlacedLabel } from '../geometry/place-labels.ts';
import { LINE_HEIGHT } from '../scene/scene-labels.ts';
import type { SceneNode } from '../scene/scene-types.ts';
import { DETAIL_FONT, LABEL_FONT, LABELS_FROM, type PaintJob } from './canvas-context.ts';
import { stateTextToken } from './palette.ts';
import { drawText } from './shapes.ts';

interface Anchor {
  readonly x: number;
  readonly align: CanvasTextAlign;
}

function anchorOf({ side, rect }: PlacedLabel): Anchor {
  if (side === 'right' || side === 'right-above') return { x: rect.left, align: 'left' };
  if (side === 'left' || side === 'left-above') return { x: rect.right, align: 'right' };
  return { x: (rect.left + rect.right) / 2, align: 'center' };
}

function paintLabel(job: PaintJob, node: SceneNode, label: PlacedLabel): void {
  const { context, palette } = job;
  const { x, align } = anchorOf(label);
  const halo = palette('--canvas');
  const first: Point = { x, y: label.rect.top + LINE_HEIGHT / 2 };
  const quiet = node.ghost ? '--text2' : '--text';
  drawText(context, node.name, first, { font: LABEL_FONT, colour: palette(quiet), halo, align });
  if (node.detail === null) return;
  const token = node.detailState === null ? '--text3' : stateTextToken(node.detailState);
  const second = { x, y: first.y + LINE_HEIGHT };
  drawText(context, node.detail, second, { font: DETAIL_FONT, colour: palette(token), halo, align });
}

/** A name that has no room shows while its node is looked at. */
function looksAt(job: PaintJob, node: SceneNode): boolean {
  const { hoveredNode, selectedNode, focusedNode } = job.highlights;
  return node.key === hoveredNode || node.key === selectedNode || node.key === focusedNode;
}

function below(job: PaintJob, node: SceneNode): PlacedLabel {
  job.context.font = LABEL_FONT;
  const half = job.context.measureText(node.name).width / 2;
  const top = node.y + node.halfHeight + 5;
  return { side: 'below', rect: { left: node.x - half, right: node.x + half, top, bottom: top + LINE_HEIGHT } };
}

export function paintLabels(job: PaintJob, nodes: readonly SceneNode[]): void {
  if (job.zoom < LABELS_FROM) return;
  for (const node of nodes) {
    const placed = job.scene.labels.get(node.key);
    const label = placed ?? (looksAt(job, node) ? below(job, node) : null);
    if (label && overlaps(label.rect, job.view)) paintLabel(job, node, label);
  }
}
