/** Finds what is near without looking at everything: rectangles and lines by the squares of a coarse grid they touch. */
import type { Line, Rect } from './plane.ts';

const CELL = 96;
/** Cells are numbered: a number is a far cheaper key than a text, and a map of 5,000 devices asks a million times. */
const ROWS = 1 << 20;
const keyOf = (column: number, row: number): number => column * ROWS + row;
const cellOf = (place: number): number => Math.floor(place / CELL);

export class GridIndex<T> {
  readonly #items: T[] = [];
  /** Numbers of items by cell. */
  readonly #cells = new Map<number, number[]>();
  /** The last question in which an item was found: so that each is found once. */
  readonly #foundIn: number[] = [];
  #question = 0;

  addRect(rect: Rect, item: T): void {
    const index = this.#keep(item);
    for (let column = cellOf(rect.left); column <= cellOf(rect.right); column += 1) {
      for (let row = cellOf(rect.top); row <= cellOf(rect.bottom); row += 1) this.#add(keyOf(column, row), index);
    }
  }

  /** Steps along the line, so that a long one does not claim every cell of its bounding box. */
  addLine({ from, to }: Line, item: T): void {
    const index = this.#keep(item);
    const steps = Math.ceil((Math.hypot(to.x - from.x, to.y - from.y) / CELL) * 2) + 1;
    let last = Number.NaN;
    for (let step = 0; step <= steps; step += 1) {
      const x = from.x + ((to.x - from.x) * step) / steps;
      const y = from.y + ((to.y - from.y) * step) / steps;
      const key = keyOf(cellOf(x), cellOf(y));
      // A straight line does not come back to a cell that it has left.
      if (key !== last) this.#add(key, index);
      last = key;
    }
  }

  /** Everything whose cells the rectangle touches, once each. */
  near(rect: Rect): readonly T[] {
    this.#question += 1;
    const found: T[] = [];
    for (let column = cellOf(rect.left); column <= cellOf(rect.right); column += 1) {
      for (let row = cellOf(rect.top); row <= cellOf(rect.bottom); row += 1) {
        this.#collect(this.#cells.get(keyOf(column, row)), found);
      }
    }
    return found;
  }

  #collect(cell: readonly number[] | undefined, found: T[]): void {
    if (!cell) return;
    for (const index of cell) {
      if (this.#foundIn[index] === this.#question) continue;
      this.#foundIn[index] = this.#question;
      found.push(this.#items[index] as T);
    }
  }

  #keep(item: T): number {
    this.#foundIn.push(0);
    return this.#items.push(item) - 1;
  }

  #add(key: number, index: number): void {
    const cell = this.#cells.get(key);
    if (cell) cell.push(index);
    else this.#cells.set(key, [index]);
  }
}
