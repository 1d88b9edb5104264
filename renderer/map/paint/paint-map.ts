/** One frame of the map, from the ground up. */
import { type PaintJob } from './canvas-context.ts';
import { paintLabels } from './paint-labels.ts';
import { paintLinkDetails } from './paint-link-details.ts';
import { paintLinkMarks, paintPrintedNumbers } from './paint-link-marks.ts';
import { paintLinks, visibleLinksOf } from './paint-links.ts';
import { paintNodes, visibleNodesOf } from './paint-nodes.ts';
import { paintDrawnBox } from './paint-selecting.ts';
import {
  paintBlasts,
  paintFarTitles,
  paintFoldButtons,
  paintOpenedFolds,
  paintSiteBoxes,
  paintSiteCards,
  paintSiteTitles,
} from './paint-sites.ts';

import { emptyPath } from './shapes.ts';

const DOT_STEP = 24;
const HATCH_STEP = 12;

/** A faint grid of dots that moves with the map; in the past a hatch. */
function paintGround({ context, palette, view, zoom, past }: PaintJob): void {
  context.fillStyle = palette('--canvas');
  context.fillRect(view.left, view.top, view.right - view.left, view.bottom - view.top);
  if (past) {
    paintHatch(context, view, palette('--line'));
    return;
  }
  if (zoom < 0.5) return;
  context.fillStyle = palette('--line');
  const firstX = Math.ceil(view.left / DOT_STEP) * DOT_STEP;
  const firstY = Math.ceil(view.top / DOT_STEP) * DOT_STEP;
  const dots = emptyPath();
  for (let x = firstX; x <= view.right; x += DOT_STEP) {
    for (let y = firstY; y <= view.bottom; y += DOT_STEP) dots.rect(x - 0.5, y - 0.5, 1, 1);
  }
  context.fill(dots);
}

function paintHatch(context: CanvasRenderingContext2D, view: PaintJob['view'], colour: string): void {
  const height = view.bottom - view.top;
  const lines = emptyPath();
  for (let x = view.left - height; x < view.right; x += HATCH_STEP) {
    lines.moveTo(x, view.bottom);
    lines.lineTo(x + height, view.top);
  }
  context.globalAlpha = 0.5;
  context.strokeStyle = colour;
  context.lineWidth = 1;
  context.setLineDash([]);
  context.stroke(lines);
  context.globalAlpha = 1;
}

/** Returns how many links and devices were in view. */
export function paintMap(job: PaintJob): number {
  const links = visibleLinksOf(job);
  const nodes = visibleNodesOf(job);
  const { selectedLink, hoveredLink } = job.highlights;
  paintGround(job);
  paintSiteBoxes(job);
  paintOpenedFolds(job);
  paintBlasts(job);
  paintLinks(job, links);
  paintSiteTitles(job);
  paintSiteCards(job);
  paintLinkMarks(job, links);
  paintNodes(job, nodes);
  paintLabels(job, nodes);
  paintPrintedNumbers(job, links);
  paintFoldButtons(job);
  paintFarTitles(job);
  for (const link of links) {
    if (link.key === selectedLink || link.key === hoveredLink) paintLinkDetails(job, link);
  }
  paintDrawnBox(job);
  return links.length + nodes.length;
}
