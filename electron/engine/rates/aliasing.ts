/**
 * Finds out that an agent refreshes its counters more slowly than it is polled (rule 11).
 *
 * Such an agent shows zeros alternating with jumps on a port that is busy all the time: runs of equal values, then all the
 * traffic at once. Rates of such samples are wrong by the factor of the run, so the poll interval becomes a multiple of the
 * refresh. A quiet port looks the same for an honest reason (one hello packet each 30 s), which is why only jumps of
 * 64 KiB and more count, why runs must be regular, and why several busy ports of a device must agree.
 */

/** One octet counter over successive polls, oldest first. */
export type CounterTrail = readonly { readonly monotonicMs: number; readonly value: bigint }[];

const BUSY_JUMP_OCTETS = 65_536n;
const FEWEST_JUMPS = 4;

/** How often the agent renews this counter, in milliseconds; null when it shows no such pattern. */
export function refreshIntervalOf(trail: CounterTrail): number | null {
  const jumps = jumpsOf(trail);
  if (jumps === null || jumps.length < FEWEST_JUMPS) return null;
  const runs = jumps.slice(1).map((jump, i) => jump.index - (jumps[i]?.index ?? 0));
  const [shortest, longest] = [Math.min(...runs), Math.max(...runs)];
  if (longest < 2 || longest - shortest > 1) return null;
  const total = (jumps.at(-1)?.atMs ?? 0) - (jumps[0]?.atMs ?? 0);
  return total / runs.length;
}

interface Jump {
  readonly index: number;
  readonly atMs: number;
}

/** Where the counter moved; null when it moved a little somewhere, or back, because then it is no stale copy. */
function jumpsOf(trail: CounterTrail): readonly Jump[] | null {
  const jumps: Jump[] = [];
  for (let i = 1; i < trail.length; i += 1) {
    const [before, now] = [trail[i - 1], trail[i]];
    if (before === undefined || now === undefined) continue;
    const difference = now.value - before.value;
    if (difference === 0n) continue;
    if (difference < BUSY_JUMP_OCTETS) return null;
    jumps.push({ index: i, atMs: now.monotonicMs });
  }
  return jumps;
}

/** The refresh of the whole device: at least half of its busy ports must show it. Null when they do not. */
export function deviceRefreshMs(trails: readonly CounterTrail[]): number | null {
  const busy = trails.filter((trail) => (jumpsOf(trail)?.length ?? 0) >= FEWEST_JUMPS);
  const found = busy.map(refreshIntervalOf).filter((refreshMs) => refreshMs !== null);
  if (found.length === 0 || found.length * 2 < busy.length) return null;
  return found.toSorted((a, b) => a - b)[Math.floor(found.length / 2)] ?? null;
}

/** The smallest multiple of the refresh that is not below the wanted interval, in whole seconds above. */
export function effectiveIntervalMs(intervalMs: number, refreshMs: number | null): number {
  if (refreshMs === null || refreshMs <= 0) return intervalMs;
  const multiple = Math.ceil(intervalMs / refreshMs - 0.05) * refreshMs;
  return Math.max(intervalMs, Math.round(multiple / 1000) * 1000);
}
