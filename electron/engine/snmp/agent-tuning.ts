/** What an agent can bear, learnt on the way: how long it takes, how much fits into one answer. */
import type { SnmpTuning } from '../targets.ts';

export interface AgentTuning {
  /** Patience for a first try: clamp(4 x smoothed round trip + 200 ms, 0.5 s, 5 s). */
  timeoutMs(): number;
  answered(roundTripMs: number): void;
  readonly maxRepetitions: number;
  /** All came that was asked for: a little more next time. */
  grow(): void;
  /** Fewer from now on, and why. */
  shrink(usedRepetitions: number, why: string): void;
  present(table: string): void;
  absent(table: string): void;
  usesProfile(name: string): void;
  snapshot(): Omit<SnmpTuning, 'engineId'>;
}

const START_REPETITIONS = 20;
const MOST_REPETITIONS = 40;
const ROUND_TRIP_WEIGHT = 1 / 8; // as TCP does it, RFC 6298
const TIMER_STEP_MS = 50; // equal time-outs share one timer list in Node

export const createAgentTuning = (known: SnmpTuning | null): AgentTuning => {
  let maxRepetitions = Math.max(1, known?.maxRepetitions ?? START_REPETITIONS);
  let smoothedRttMs = known?.smoothedRttMs ?? null;
  let note = known?.note ?? null;
  const absentTables = new Set(known?.absentTables);
  let profile = known?.profile;
  return {
    timeoutMs: () => {
      const wanted = Math.min(5000, Math.max(500, 4 * (smoothedRttMs ?? 0) + 200));
      return Math.ceil(wanted / TIMER_STEP_MS) * TIMER_STEP_MS;
    },
    answered: (roundTripMs) => {
      smoothedRttMs =
        smoothedRttMs === null ? roundTripMs : smoothedRttMs + (roundTripMs - smoothedRttMs) * ROUND_TRIP_WEIGHT;
    },
    get maxRepetitions() {
      return maxRepetitions;
    },
    grow: () => {
      // An agent that once choked is not pushed again: growth would bring the time-out back with every poll.
      if (note === null && maxRepetitions < MOST_REPETITIONS)
        maxRepetitions = Math.min(MOST_REPETITIONS, maxRepetitions + 5);
    },
    shrink: (used, why) => {
      const next = Math.max(1, Math.floor(Math.min(used, maxRepetitions) / 2));
      note = `${next} rows an answer instead of ${START_REPETITIONS}: ${why} with ${used}`;
      maxRepetitions = next;
    },
    present: (table) => absentTables.delete(table),
    absent: (table) => absentTables.add(table),
    usesProfile: (name) => {
      profile = name;
    },
    snapshot: () => ({ maxRepetitions, smoothedRttMs, absentTables: [...absentTables], note, profile }),
  };
};
