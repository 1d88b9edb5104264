/** What shows a person what they are doing: the box being drawn out, rings around what was asked for. */
import type { PaintedRing, PaintJob } from './canvas-context.ts';
import { faded } from './palette.ts';
import { roundedRect } from './shapes.ts';

/** How much wider than the thing a ring begins, in pixels of the screen. */
const REACH_PX = 70;
const GAP_PX = 14;
const FADES_FROM = 0.75;

export function paintDrawnBox({ context, palette, zoom, drawnBox }: PaintJob): void {
  if (!drawnBox) return;
  const box = roundedRect(drawnBox, 2 / zoom);
  context.fillStyle = faded(palette('--accent'), 0.1);
  context.fill(box);
  context.strokeStyle = palette('--accent');
  context.lineWidth = 1 / zoom;
  context.setLineDash([4 / zoom, 3 / zoom]);
  context.stroke(box);
  context.setLineDash([]);
}

type RingJob = Pick<PaintJob, 'context' | 'palette' | 'zoom'>;

function paintRing({ context, palette, zoom }: RingJob, { at, radius, progress }: PaintedRing): void {
  const closing = (1 - Math.min(1, progress * 2.5)) ** 2;
  const opacity = progress < FADES_FROM ? 1 : (1 - progress) / (1 - FADES_FROM);
  context.setLineDash([]);
  context.strokeStyle = faded(palette('--accent'), opacity);
  context.lineWidth = 3 / zoom;
  context.beginPath();
  context.arc(at.x, at.y, radius + (GAP_PX + REACH_PX * closing) / zoom, 0, Math.PI * 2);
  context.stroke();
}

export function paintRings(job: RingJob, rings: readonly PaintedRing[]): void {
  for (const ring of rings) paintRing(job, ring);
}
