/** How one fping process is to ask its share of the targets. */
export interface FpingPlan {
  /** Between two probes of one target. */
  readonly periodMs: number;
  readonly timeoutMs: number;
  /** Between two packets of the process. */
  readonly spacingMs: number;
  /** How many processes share the targets. */
  readonly processes: number;
}

const MIN_PERIOD_MS = 10;
const MIN_TIMEOUT_MS = 50;
const MAX_TIMEOUT_MS = 2000;
/** fping's own standard: faster than this only when the time is short. */
const MAX_SPACING_MS = 10;
/** Each raw socket gets every echo reply of the machine, so more processes cost more than they bring. */
const MAX_PROCESSES = 4;

/**
 * Spreads `targets` x `count` probes over `withinMs`: the first probes go out over one period, the last reply has a full
 * timeout, so a run lasts count x period + timeout. fping sends at most one packet a millisecond (below that it wants root),
 * hence the second process where one cannot send all in time.
 */
export const planFping = (targets: number, count: number, withinMs: number): FpingPlan => {
  const timeoutMs = Math.round(Math.min(MAX_TIMEOUT_MS, Math.max(MIN_TIMEOUT_MS, withinMs / (count + 1))));
  const periodMs = Math.max(MIN_PERIOD_MS, Math.floor((withinMs - timeoutMs) / count));
  const spacingMs = Math.min(MAX_SPACING_MS, Math.max(1, Math.floor(periodMs / Math.max(1, targets))));
  const processes = Math.min(MAX_PROCESSES, Math.max(1, Math.ceil(targets / periodMs)));
  return { periodMs, timeoutMs, spacingMs, processes };
};

/** Deals the items out to `parts` lists of nearly equal length; none is empty. */
export const dealOut = <T>(items: readonly T[], parts: number): readonly (readonly T[])[] =>
  Array.from({ length: Math.min(parts, items.length) }, (_, part) =>
    items.filter((_item, index) => index % parts === part),
  );
