/**
 * How long what was learnt of an agent holds. Pure.
 *
 * Which tables a device has is decided by its software and its modules, so it holds until the software differs, the device restarts, or
 * its parts or its interfaces change (the agent tells when that was), and at the longest a day: agents that tell none of this exist.
 */
import type { Learnt, SnmpTuning } from '../targets.ts';

const LONGEST_MS = 24 * 3600_000;
/** Clocks of devices drift; less than this between two computed start times is drift, not a restart. */
const DRIFT_MS = 60_000;
/** Sub-agents and line cards come up minutes after the agent itself: what was not there then is asked for again. */
const STARTING_MS = 15 * 60_000;

const startedAtMs = ({ atMs, uptimeMs }: Learnt): number | null => (uptimeMs === null ? null : atMs - uptimeMs);

const hasRestarted = (before: Learnt, now: Learnt): boolean => {
  const [was, is] = [startedAtMs(before), startedAtMs(now)];
  if (was === null || is === null) return was !== is;
  // sysUpTime begins anew every 497 days; so does what is learnt, on that day.
  return is - was > DRIFT_MS;
};

const wasStarting = ({ uptimeMs }: Learnt): boolean => uptimeMs !== null && uptimeMs < STARTING_MS;

export const isOutdated = (before: Learnt, now: Learnt): boolean =>
  before.software !== now.software ||
  before.changes !== now.changes ||
  hasRestarted(before, now) ||
  now.atMs - before.atMs >= LONGEST_MS ||
  now.atMs < before.atMs ||
  (wasStarting(before) && !wasStarting(now));

/** What is left of it when the device has restarted: whatever came up is asked for everything again. */
export const afterRestart = ({ engineId, smoothedRttMs, maxRepetitions, note }: SnmpTuning): SnmpTuning => ({
  engineId,
  smoothedRttMs,
  maxRepetitions,
  note,
  absentTables: [],
});
