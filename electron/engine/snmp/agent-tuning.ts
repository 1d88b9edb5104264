/** What an agent has and what it can bear, learnt on the way and worth remembering until it may have changed. */
import type { Learnt, SnmpTuning } from '../targets.ts';
import { isOutdated } from './learnt.ts';

export interface AgentTuning {
  /** Patience for a first try: clamp(4 x smoothed round trip + 200 ms, 0.5 s, 5 s). */
  timeoutMs(): number;
  answered(roundTripMs: number): void;
  readonly maxRepetitions: number;
  /** All came that was asked for: more next time. */
  grow(): void;
  /** Fewer from now on, and why. */
  shrink(usedRepetitions: number, why: string): void;
  /** Objects and tables in one request that asks which are there. */
  readonly questionsAtOnce: number;
  /** Fewer from now on; false where there are no fewer. */
  fewerQuestions(): boolean;
  /** It has this many rows of the table, which is told by the OID of its row. */
  present(table: string, rows: number): void;
  /** A table, or a single object. */
  absent(oid: string): void;
  isAbsent(oid: string): boolean;
  /** How many rows it had when it was read last, rounded up; null where it was not there, or never asked for. */
  rowsOf(table: string): number | null;
  usesProfile(name: string): void;
  /** Forgets what it has and can bear if that was learnt of another software, before a restart, or too long ago. */
  seen(now: Learnt): void;
  snapshot(): Omit<SnmpTuning, 'engineId'>;
}

const START_REPETITIONS = 20;
const MOST_REPETITIONS = 60;
const ROUND_TRIP_WEIGHT = 1 / 8; // as TCP does it, RFC 6298
const TIMER_STEP_MS = 50; // equal time-outs share one timer list in Node
/** An agent that took so long for an answer is not asked for a larger one. */
const SLOW_MS = 1000;
const MOST_QUESTIONS = 100;
/** What every agent bears. */
export const FEW_QUESTIONS = 12;
const ROW_STEP = 8;

/** Rounded up, so that a row more or less is nothing new. */
const roughly = (rows: number): number => (rows <= ROW_STEP ? rows : Math.ceil(rows / ROW_STEP) * ROW_STEP);

export const createAgentTuning = (known: SnmpTuning | null): AgentTuning => {
  let maxRepetitions = Math.max(1, known?.maxRepetitions ?? START_REPETITIONS);
  let smoothedRttMs = known?.smoothedRttMs ?? null;
  let lastRttMs = 0;
  let note = known?.note ?? null;
  let questionsAtOnce = Math.max(1, known?.questionsAtOnce ?? MOST_QUESTIONS);
  let absentTables = new Set(known?.absentTables);
  let tableRows = new Map(Object.entries(known?.tableRows ?? {}));
  let profile = known?.profile;
  let learnt = known?.learnt;
  const forget = (): void => {
    maxRepetitions = START_REPETITIONS;
    note = null;
    questionsAtOnce = MOST_QUESTIONS;
    absentTables = new Set();
    tableRows = new Map();
    profile = undefined;
  };
  return {
    timeoutMs: () => {
      const wanted = Math.min(5000, Math.max(500, 4 * (smoothedRttMs ?? 0) + 200));
      return Math.ceil(wanted / TIMER_STEP_MS) * TIMER_STEP_MS;
    },
    answered: (roundTripMs) => {
      lastRttMs = roundTripMs;
      smoothedRttMs =
        smoothedRttMs === null ? roundTripMs : smoothedRttMs + (roundTripMs - smoothedRttMs) * ROUND_TRIP_WEIGHT;
    },
    get maxRepetitions() {
      return maxRepetitions;
    },
    grow: () => {
      // An agent that once choked is not pushed again: growth would bring the time-out back with every poll.
      if (note === null && lastRttMs < SLOW_MS) maxRepetitions = Math.min(MOST_REPETITIONS, maxRepetitions * 2);
    },
    shrink: (used, why) => {
      const next = Math.max(1, Math.floor(Math.min(used, maxRepetitions) / 2));
      note = `${next} rows an answer instead of ${START_REPETITIONS}: ${why} with ${used}`;
      maxRepetitions = next;
    },
    get questionsAtOnce() {
      return questionsAtOnce;
    },
    fewerQuestions: () => {
      if (questionsAtOnce === 1) return false;
      questionsAtOnce = questionsAtOnce > FEW_QUESTIONS ? FEW_QUESTIONS : Math.floor(questionsAtOnce / 2);
      return true;
    },
    present: (table, rows) => {
      absentTables.delete(table);
      // Of some columns it may have fewer rows than of others.
      tableRows.set(table, Math.max(tableRows.get(table) ?? 0, roughly(rows)));
    },
    absent: (oid) => {
      tableRows.delete(oid);
      absentTables.add(oid);
    },
    isAbsent: (oid) => absentTables.has(oid),
    rowsOf: (table) => tableRows.get(table) ?? null,
    usesProfile: (name) => {
      profile = name;
    },
    seen: (now) => {
      if (learnt !== undefined && !isOutdated(learnt, now)) return;
      // What an earlier version of this program kept says not of what it was learnt.
      if (known !== null) forget();
      learnt = now;
    },
    snapshot: () => ({
      maxRepetitions,
      smoothedRttMs,
      absentTables: [...absentTables],
      tableRows: Object.fromEntries(tableRows),
      questionsAtOnce,
      note,
      profile,
      learnt,
    }),
  };
};
