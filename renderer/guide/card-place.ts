/** In which corner of the view the card keeps clear of what it speaks of. Pure. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export const corners = ['bottom-left', 'bottom-right', 'top-right', 'top-left'] as const;
export type Corner = (typeof corners)[number];

const GAP = 12;
/** The bar that opens each view stays free. */
const VIEW_BAR = 40;

export interface CardSize {
  readonly width: number;
  readonly height: number;
}

export function cardBox(corner: Corner, view: Box, { width, height }: CardSize): Box {
  const left = corner.endsWith('left') ? view.left + GAP : Math.max(view.left, view.right - width - GAP);
  const top = corner.startsWith('top') ? view.top + VIEW_BAR + GAP : Math.max(view.top, view.bottom - height - GAP);
  return { left, top, right: left + width, bottom: top + height };
}

function overlap(a: Box, b: Box): number {
  const width = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  const height = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  return width > 0 && height > 0 ? width * height : 0;
}

/** The corner that covers least of what is spoken of; where it stands already, unless another one covers less. */
export function cornerFor(view: Box, size: CardSize, about: readonly Box[], now: Corner): Corner {
  const covered = (corner: Corner): number =>
    about.reduce((sum, box) => sum + overlap(cardBox(corner, view, size), box), 0);
  return [now, ...corners].reduce((best, corner) => (covered(corner) < covered(best) ? corner : best));
}
