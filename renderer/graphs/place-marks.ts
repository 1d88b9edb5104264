/** Which mark above a plot gets its words, and on which side, so that no words lie on others. Pure. */

export interface MarkToPlace {
  /** Middle of the mark. */
  readonly x: number;
  readonly textWidth: number;
  /** Marks with more weight choose first. */
  readonly weight: number;
  /** Words over the middle without a shape (a gap's name). */
  readonly centred?: boolean | undefined;
}

/** `none`: a shape without words. `hidden`: a heavier mark stands so close that its shape would be covered. */
export type MarkSide = 'right' | 'left' | 'centre' | 'none' | 'hidden';

const HALF_MARK = 6;
const SPACE = 5;

interface Extent {
  readonly from: number;
  readonly to: number;
}

const meets = (a: Extent, b: Extent): boolean => a.from < b.to && b.from < a.to;

function extent(mark: MarkToPlace, side: 'right' | 'left' | 'centre'): Extent {
  if (side === 'centre') return { from: mark.x - mark.textWidth / 2, to: mark.x + mark.textWidth / 2 };
  const near = HALF_MARK + SPACE;
  return side === 'right'
    ? { from: mark.x + near, to: mark.x + near + mark.textWidth }
    : { from: mark.x - near - mark.textWidth, to: mark.x - near };
}

/** A side for each mark, in the order given. Shapes are always drawn; words only where there is room within the plot. */
export function placeMarks(marks: readonly MarkToPlace[], plot: Extent): readonly MarkSide[] {
  const order = marks.map((_, index) => index).toSorted((a, b) => (marks[b]?.weight ?? 0) - (marks[a]?.weight ?? 0));
  const sides: MarkSide[] = marks.map(() => 'none');
  const taken: Extent[] = [];
  for (const index of order) {
    const mark = marks[index];
    if (mark === undefined || mark.centred === true) continue;
    const shape = { from: mark.x - HALF_MARK, to: mark.x + HALF_MARK };
    if (taken.some((one) => meets(one, shape))) sides[index] = 'hidden';
    else taken.push(shape);
  }
  for (const index of order) {
    const mark = marks[index];
    if (mark === undefined || sides[index] === 'hidden') continue;
    const choices = mark.centred === true ? (['centre'] as const) : (['right', 'left'] as const);
    for (const side of choices) {
      const place = extent(mark, side);
      if (place.from < plot.from || place.to > plot.to || taken.some((one) => meets(one, place))) continue;
      sides[index] = side;
      taken.push({ from: place.from - SPACE, to: place.to + SPACE });
      break;
    }
  }
  return sides;
}
