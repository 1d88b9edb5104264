/** Aligning and distributing boxes: where their middles go. */
import type { Point } from './plane.ts';

export type Edge = 'left' | 'centre' | 'right' | 'top' | 'middle' | 'bottom';
export type Axis = 'horizontally' | 'vertically';

export interface Box extends Point {
  readonly halfWidth: number;
  readonly halfHeight: number;
}

const left = (box: Box): number => box.x - box.halfWidth;
const right = (box: Box): number => box.x + box.halfWidth;
const top = (box: Box): number => box.y - box.halfHeight;
const bottom = (box: Box): number => box.y + box.halfHeight;

/** The middle between the outermost edges, as drawing programs take it: not the mean of the middles. */
function middleOfAll(boxes: readonly Box[], from: (box: Box) => number, to: (box: Box) => number): number {
  return (Math.min(...boxes.map(from)) + Math.max(...boxes.map(to))) / 2;
}

/** New middles in the order of the boxes: all share the outermost of that edge, or the middle of them all. */
export function aligned(boxes: readonly Box[], edge: Edge): readonly Point[] {
  const least = Math.min(...boxes.map(edge === 'left' ? left : top));
  const most = Math.max(...boxes.map(edge === 'right' ? right : bottom));
  const centre = { x: middleOfAll(boxes, left, right), y: middleOfAll(boxes, top, bottom) };
  return boxes.map((box) => {
    switch (edge) {
      case 'left':
        return { x: least + box.halfWidth, y: box.y };
      case 'right':
        return { x: most - box.halfWidth, y: box.y };
      case 'centre':
        return { x: centre.x, y: box.y };
      case 'top':
        return { x: box.x, y: least + box.halfHeight };
      case 'bottom':
        return { x: box.x, y: most - box.halfHeight };
      case 'middle':
        return { x: box.x, y: centre.y };
    }
  });
}

/** New middles in the order of the boxes: the outermost stay, the gaps between neighbours become equal. */
export function distributed(boxes: readonly Box[], axis: Axis): readonly Point[] {
  const flat = axis === 'horizontally';
  const place = (box: Box): number => (flat ? box.x : box.y);
  const half = (box: Box): number => (flat ? box.halfWidth : box.halfHeight);
  const inOrder = [...boxes].sort((a, b) => place(a) - place(b));
  const [first, last] = [inOrder[0], inOrder.at(-1)];
  if (!first || !last || inOrder.length < 3) return boxes.map(({ x, y }) => ({ x, y }));
  const room = place(last) + half(last) - (place(first) - half(first));
  const filled = inOrder.reduce((sum, box) => sum + half(box) * 2, 0);
  const gap = (room - filled) / (inOrder.length - 1);
  const middles = new Map<Box, number>();
  let edge = place(first) - half(first);
  for (const box of inOrder) {
    middles.set(box, edge + half(box));
    edge += half(box) * 2 + gap;
  }
  return boxes.map((box) => {
    const middle = middles.get(box) ?? place(box);
    return flat ? { x: middle, y: box.y } : { x: box.x, y: middle };
  });
}
