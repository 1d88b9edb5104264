/** Links as halves in the colour of their use; those that carry nothing tell why by their strokes. */
import { linkHalves, type Half } from '../geometry/link-halves.ts';
import { lineMeets, middleOf, type Line } from '../geometry/plane.ts';
import type { SceneLink } from '../scene/scene-types.ts';
import { SHAPES_FROM, type PaintJob } from './canvas-context.ts';
import { faded, type Token } from './palette.ts';
import { fillPolygon } from './shapes.ts';

/**
 * What has one colour is drawn together, but each shape as a path of its own: one path of thousands of crossing lines is
 * slower by orders of magnitude without a GPU.
 */
type Batches<T> = Map<string, T[]>;

function addTo<T>(batches: Batches<T>, key: string, item: T): void {
  const known = batches.get(key);
  if (known) known.push(item);
  else batches.set(key, [item]);
}

function halfLines({ from, to }: Line): readonly [Line, Line] {
  const middle = middleOf(from, to);
  return [
    { from, to: middle },
    { from: to, to: middle },
  ];
}

function strokeLine(context: CanvasRenderingContext2D, { from, to }: Line): void {
  context.beginPath();
  context.moveTo(from.x, from.y);
  context.lineTo(to.x, to.y);
  context.stroke();
}

function paintHalves(job: PaintJob, links: readonly SceneLink[]): void {
  const batches: Batches<Half> = new Map();
  for (const link of links) {
    const { a, b } = job.inkOf(link);
    const [near, far] = linkHalves(link.line, link.width);
    addTo(batches, a.token, near);
    addTo(batches, b.token, far);
  }
  for (const [token, halves] of batches) {
    job.context.fillStyle = job.palette(token as Token);
    for (const { outline } of halves) fillPolygon(job.context, outline);
  }
}

/** Far out the points cannot be seen: plain strokes, and never thinner than a pixel of the screen. */
function paintFar(job: PaintJob, links: readonly SceneLink[]): void {
  const batches: Batches<Line> = new Map();
  for (const link of links) {
    const { a, b } = job.inkOf(link);
    const [near, far] = halfLines(link.line);
    addTo(batches, `${a.token} ${link.width}`, near);
    addTo(batches, `${b.token} ${link.width}`, far);
  }
  job.context.setLineDash([]);
  job.context.lineCap = 'butt';
  for (const [key, lines] of batches) {
    const [token, width] = key.split(' ');
    job.context.strokeStyle = job.palette(token as Token);
    job.context.lineWidth = Math.max(Number(width), 1 / job.zoom);
    for (const line of lines) strokeLine(job.context, line);
  }
}

/** Inferred: halves as dashes. */
function paintDashedHalves(job: PaintJob, links: readonly SceneLink[]): void {
  const { context } = job;
  context.lineCap = 'butt';
  context.setLineDash([9, 4]);
  for (const link of links) {
    const ink = job.inkOf(link);
    context.lineWidth = link.width;
    for (const [i, half] of halfLines(link.line).entries()) {
      context.strokeStyle = job.palette((i === 0 ? ink.a : ink.b).token);
      strokeLine(context, half);
    }
  }
  context.setLineDash([]);
}

interface Stroke {
  readonly colour: string;
  readonly dash: readonly number[];
  readonly cap: CanvasLineCap;
  readonly width: (link: SceneLink) => number;
}

function paintStroked(job: PaintJob, links: readonly SceneLink[], stroke: Stroke): void {
  const { context } = job;
  context.strokeStyle = stroke.colour;
  context.lineCap = stroke.cap;
  context.setLineDash([...stroke.dash]);
  for (const link of links) {
    context.lineWidth = Math.max(stroke.width(link), 1 / job.zoom);
    strokeLine(context, link.line);
  }
  context.setLineDash([]);
}

function paintHalo(job: PaintJob, link: SceneLink): void {
  const { context, palette, highlights } = job;
  const selected = link.key === highlights.selectedLink;
  context.lineCap = selected ? 'round' : 'butt';
  context.setLineDash([]);
  context.strokeStyle = faded(palette(selected ? '--accent' : '--text'), selected ? 0.25 : 0.12);
  context.lineWidth = link.width + 14;
  strokeLine(context, link.line);
  if (!selected) return;
  context.lineCap = 'butt';
  context.strokeStyle = palette('--accent');
  context.lineWidth = link.width + 7;
  strokeLine(context, link.line);
  context.strokeStyle = palette('--canvas');
  context.lineWidth = link.width + 4;
  strokeLine(context, link.line);
}

export function visibleLinksOf(job: PaintJob): readonly SceneLink[] {
  return job.scene.links.filter(({ line }) => lineMeets(line, job.view));
}

export function paintLinks(job: PaintJob, links: readonly SceneLink[]): void {
  const { palette, highlights } = job;
  const byLook = Map.groupBy(links, ({ look }) => look);
  for (const link of links) {
    if (link.key === highlights.selectedLink || link.key === highlights.hoveredLink) paintHalo(job, link);
  }
  const halves = byLook.get('use') ?? [];
  if (job.zoom >= SHAPES_FROM) paintHalves(job, halves);
  else paintFar(job, halves);
  paintDashedHalves(job, byLook.get('inferred') ?? []);
  paintStroked(job, byLook.get('ageing') ?? [], {
    colour: palette('--line3'),
    dash: [0, 8],
    cap: 'round',
    width: () => 5,
  });
  paintStroked(job, byLook.get('unreachable') ?? [], {
    colour: faded(palette('--state-unreachable'), 0.75),
    dash: [5, 4],
    cap: 'butt',
    width: () => 2,
  });
  paintStroked(job, byLook.get('down') ?? [], {
    colour: palette('--state-down'),
    dash: [2.5, 3.5],
    cap: 'butt',
    width: ({ width }) => Math.max(4, width),
  });
}
