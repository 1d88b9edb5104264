/** Finds what is near without looking at everything: rectangles and lines by the squares of a coarse grid they touch. */
import type { Line, Rect } from './plane.ts';

const CELL = 96;

export class GridIndex<T> {
  readonly #cells = new Map<string, T[]>();

  addRect(rect: Rect, item: T): void {
    for (const key of cellsOf(rect)) this.#add(key, item);
  }

  /** Steps along the line, so that a long one does not claim every cell of its bounding box. */
  addLine({ from, to }: Line, item: T): void {
    const steps = Math.ceil((Math.hypot(to.x - from.x, to.y - from.y) / CELL) * 2) + 1;
    const keys = new Set<string>();
    for (let step = 0; step <= steps; step += 1) {
      const x = from.x + ((to.x - from.x) * step) / steps;
      const y = from.y + ((to.y - from.y) * step) / steps;
      keys.add(keyOf(Math.floor(x / CELL), Math.floor(y / CELL)));
    }
    for (const key of keys) this.#add(key, item);
  }

  /** Everything whose cells the rectangle touches, once each. */
  near(rect: Rect): ReadonlySet<T> {
    const found = new Set<T>();
    for (const key of cellsOf(rect)) for (const item of this.#cells.get(key) ?? []) found.add(item);
    return found;
  }

  #add(key: string, item: T): void {
    const cell = this.#cells.get(key);
    if (cell) cell.push(item);
    else this.#cells.set(key, [item]);
  }
}

const keyOf = (column: number, row: number): string => `${column} ${row}`;

function cellsOf(rect: Rect): string[] {
  const keys: string[] = [];
  for (let column = Math.floor(rect.left / CELL); column <= Math.floor(rect.right / CELL); column += 1) {
    for (let row = Math.floor(rect.top / CELL); row <= Math.floor(rect.bottom / CELL); row += 1) {
      keys.push(keyOf(column, row));
    }
  }
  return keys;
}
