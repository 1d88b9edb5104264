import { describe, expect, it } from 'vitest';
import { inSlotOrder, slotCount, slotOf } from '../../../../renderer/ui/table/row-slots.ts';

const rowsFrom = (first: number, count: number) => Array.from({ length: count }, (_, at) => ({ index: first + at }));
const indexes = (items: readonly { readonly index: number }[]): readonly number[] => items.map(({ index }) => index);

describe('slots of rows', () => {
  it('are enough for a page whose first and last row are cut, and for the rows beyond it', () => {
    expect(slotCount(280, 28, 3)).toBe(10 + 2 + 6);
    expect(slotCount(281, 28, 3)).toBe(11 + 2 + 6);
  });

  it('are never shared by rows that are drawn together', () => {
    for (const first of [0, 7, 15, 4990]) {
      const slots = rowsFrom(first, 16).map(({ index }) => slotOf(index, 16));
      expect(new Set(slots).size).toBe(16);
    }
  });

  it('keep the elements in their places while rows pass through them', () => {
    const before = inSlotOrder(rowsFrom(10, 6), 6).map(({ index }) => slotOf(index, 6));
    const after = inSlotOrder(rowsFrom(13, 6), 6).map(({ index }) => slotOf(index, 6));
    expect(after).toEqual(before);
    expect(indexes(inSlotOrder(rowsFrom(10, 6), 6))).toEqual([12, 13, 14, 15, 10, 11]);
  });
});
