/**
 * Flap detection as Nagios does it: the last 21 states give 20 possible changes; the newest weighs 1.25, the oldest 0.75.
 * Flapping starts at 30 % and stops at 10 %. When it stops the final state is given back, so that the recovery (or the
 * fault) that was held meanwhile is told: Nagios loses it (issue #91).
 */
export interface FlapRing {
  /** Oldest first, at most 21. */
  readonly states: readonly string[];
  readonly percent: number;
  readonly flapping: boolean;
}

export interface FlapStep {
  readonly ring: FlapRing;
  readonly change: 'started' | 'stopped' | null;
  /** The state to tell at last; only with `stopped`. */
  readonly finalState: string | null;
}

const KEPT = 21;
const START_PERCENT = 30;
const STOP_PERCENT = 10;

export const NO_FLAPS: FlapRing = { states: [], percent: 0, flapping: false };

/** Adds one sample: every check of an interface or device, changed or not, so that a quiet time lets the score fall. */
export function addState(ring: FlapRing, state: string): FlapStep {
  const states = [...ring.states, state].slice(-KEPT);
  const percent = flapPercent(states);
  const flapping = percent >= START_PERCENT || (ring.flapping && percent > STOP_PERCENT);
  const change = flapping === ring.flapping ? null : flapping ? 'started' : 'stopped';
  return { ring: { states, percent, flapping }, change, finalState: change === 'stopped' ? state : null };
}

/** Weighted changes in percent of the most possible; a ring that is not full counts as unchanged before. */
export function flapPercent(states: readonly string[]): number {
  const missing = KEPT - states.length;
  let sum = 0;
  for (let i = 1; i < states.length; i += 1) {
    if (states[i] !== states[i - 1]) sum += 0.75 + ((i - 1 + missing) * 0.5) / (KEPT - 2);
  }
  return (100 * sum) / (KEPT - 1);
}
