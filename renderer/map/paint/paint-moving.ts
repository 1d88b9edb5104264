/** What moves by itself over a drawn map: pulses of new faults, rings around what was asked for. */
import type { NodeKey, SceneNode } from '../scene/scene-types.ts';
import type { PaintedRing, PaintJob } from './canvas-context.ts';
import { faded, stateToken } from './palette.ts';
import { bodyOf } from './paint-nodes.ts';
import { paintRings } from './paint-selecting.ts';

export interface Moving {
  /** Progress 0 to 1 of the pulse of a node with a new fault. */
  readonly pulses: ReadonlyMap<NodeKey, number>;
  readonly rings: readonly PaintedRing[];
}

export type MovingJob = Pick<PaintJob, 'context' | 'scene' | 'palette' | 'zoom'>;

/** How far a pulse goes and how thick it is, in pixels at zoom 1 and on the screen at least. */
const REACH = 22;
const LEAST_REACH_PX = 14;
const WIDTH = 3;
const LEAST_WIDTH_PX = 2;

function paintPulse({ context, palette, zoom }: MovingJob, node: SceneNode, progress: number): void {
  const within = (progress * 2) % 1;
  context.setLineDash([]);
  context.strokeStyle = faded(palette(stateToken(node.worst ?? node.state)), 0.8 * (1 - within));
  context.lineWidth = Math.max(WIDTH, LEAST_WIDTH_PX / zoom);
  context.stroke(bodyOf(node, 2 + within * Math.max(REACH, LEAST_REACH_PX / zoom)));
}

export function paintMoving(job: MovingJob, { pulses, rings }: Moving): void {
  for (const [key, progress] of pulses) {
    const node = job.scene.nodes.get(key);
    if (node) paintPulse(job, node, progress);
  }
  paintRings(job, rings);
}
