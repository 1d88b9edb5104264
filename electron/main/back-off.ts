/** How long to wait before an engine that died is started again: 0.5 s, doubling to 30 s; a long good run forgives. Pure. */
const FIRST_MS = 500;
const LONGEST_MS = 30_000;
/** An engine that ran this long was well: its next death counts as the first. */
const GOOD_RUN_MS = 60_000;

export interface Deaths {
  readonly inARow: number;
  readonly waitMs: number;
}

export const noDeaths: Deaths = { inARow: 0, waitMs: 0 };

export function afterDeath(before: Deaths, ranForMs: number): Deaths {
  const inARow = ranForMs >= GOOD_RUN_MS ? 1 : before.inARow + 1;
  return { inARow, waitMs: Math.min(LONGEST_MS, FIRST_MS * 2 ** (inARow - 1)) };
}
