/** Parallel links stand side by side. */
const GAP = 4;

/** Sideways offsets of parallel links of these widths, in their order, centred on the line between the two nodes. */
export function parallelOffsets(widths: readonly number[]): readonly number[] {
  const total = widths.reduce((sum, width) => sum + width, 0) + GAP * Math.max(0, widths.length - 1);
  let edge = -total / 2;
  return widths.map((width) => {
    const centre = edge + width / 2;
    edge += width + GAP;
    return centre;
  });
}
