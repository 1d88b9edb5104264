/**
 * Which drawn row takes which element while a table scrolls. A row that leaves at one end gives its elements to the one that
 * comes in at the other: the texts in them change, and nothing is made, styled or thrown away. Pure.
 */

/** So many rows are drawn at once at most: those in sight, two that are cut by the edges, and those beyond. */
export const slotCount = (heightPx: number, rowHeightPx: number, beyond: number): number =>
  Math.ceil(heightPx / rowHeightPx) + 2 + 2 * beyond;

/** Rows next to each other never share a slot as long as there are no more of them than slots. */
export const slotOf = (index: number, slots: number): number => index % slots;

/** The order in which no element moves in the document; people who have it read aloud get that of the rows, at rest. */
export function inSlotOrder<I extends { readonly index: number }>(items: readonly I[], slots: number): readonly I[] {
  return items.toSorted((a, b) => slotOf(a.index, slots) - slotOf(b.index, slots));
}
