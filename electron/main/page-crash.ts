/**
 * What becomes of a window whose page died: loaded anew at once, later and later, and after the third death in a minute a page
 * that says so and waits for a person, because a page that dies at every start would flicker for ever. Pure.
 */
const WITHIN_MS = 60_000;
const MOST_DEATHS = 3;
const WAIT_MS = [0, 1_000] as const;

export type AfterCrash =
  | { readonly do: 'reload'; readonly afterMs: number; readonly deathsAtMs: readonly number[] }
  | { readonly do: 'say-so'; readonly deathsAtMs: readonly number[] }
  | { readonly do: 'nothing'; readonly deathsAtMs: readonly number[] };

/** `reason` is Electron's; a page that ended as it should (its window closed) needs nothing. */
export function afterPageCrash(before: readonly number[], reason: string, nowMs: number): AfterCrash {
  if (reason === 'clean-exit') return { do: 'nothing', deathsAtMs: before };
  const deathsAtMs = [...before.filter((atMs) => nowMs - atMs < WITHIN_MS), nowMs];
  const afterMs = WAIT_MS[deathsAtMs.length - 1];
  if (deathsAtMs.length >= MOST_DEATHS || afterMs === undefined) return { do: 'say-so', deathsAtMs };
  return { do: 'reload', afterMs, deathsAtMs };
}
