/**
 * The state of one sensor. Pure.
 *
 * The device's own judgement comes first, then its limits; where it tells neither the state is unknown, and nothing is
 * concluded from it. A value that swings around a limit must not flap: it is beyond it after two readings in a row, and back
 * only once it is inside by a margin.
 */
import { isFault } from '../../../shared/model/hardware.ts';
import type { Health, SensorLimits } from '../../../shared/model/hardware.ts';
import { numberText } from './number-text.ts';

export interface SensorSeen {
  readonly value: number | null;
  readonly unit: string | null;
  /** The device's own judgement, and its word for it. */
  readonly health: Health | null;
  readonly word: string | null;
  readonly limits: SensorLimits | null;
  /** It measures the light or laser of a port that has no link now. */
  readonly dark: boolean;
  /** One of the regular readings: those of the slow tables come right beside them, and are no second opinion. */
  readonly regular: boolean;
}

export interface Verdict {
  readonly health: Health;
  readonly because: string | null;
  /** Readings in a row that lay beyond a limit, and were not believed yet. */
  readonly beyond: number;
}

/** So many readings in a row make a fault of a value beyond its limit. */
const READINGS_UNTIL_FAULT = 2;
/** Of the distance between the inner limits; of the limit itself where there is one side only. */
const MARGIN = 0.02;

const WEIGHT: Readonly<Record<Health, number>> = { unknown: 0, absent: 0, ok: 0, warning: 1, critical: 2, failed: 3 };

interface Level {
  readonly health: 'ok' | 'warning' | 'critical';
  readonly limit: number | null;
  readonly high: boolean;
}

const above = (value: number, limit: number | null): limit is number => limit !== null && value >= limit;
const below = (value: number, limit: number | null): limit is number => limit !== null && value <= limit;

const levelOf = (value: number, limits: SensorLimits): Level => {
  const { lowCritical, lowWarning, highWarning, highCritical } = limits;
  if (above(value, highCritical)) return { health: 'critical', limit: highCritical, high: true };
  if (below(value, lowCritical)) return { health: 'critical', limit: lowCritical, high: false };
  if (above(value, highWarning)) return { health: 'warning', limit: highWarning, high: true };
  if (below(value, lowWarning)) return { health: 'warning', limit: lowWarning, high: false };
  return { health: 'ok', limit: null, high: false };
};

/** How far inside its limits a value must be before it counts as back. */
const marginOf = ({ lowCritical, lowWarning, highWarning, highCritical }: SensorLimits): number => {
  const low = lowWarning ?? lowCritical;
  const high = highWarning ?? highCritical;
  if (low !== null && high !== null) return (high - low) * MARGIN;
  return Math.abs(low ?? high ?? 0) * MARGIN;
};

const narrowed = (limits: SensorLimits): SensorLimits => {
  const margin = marginOf(limits);
  const up = (limit: number | null): number | null => (limit === null ? null : limit + margin);
  const down = (limit: number | null): number | null => (limit === null ? null : limit - margin);
  return {
    lowCritical: up(limits.lowCritical),
    lowWarning: up(limits.lowWarning),
    highWarning: down(limits.highWarning),
    highCritical: down(limits.highCritical),
  };
};

const levelWords = ({ health, limit, high }: Level, unit: string | null, limits: SensorLimits): string => {
  // A narrowed limit is ours, not the device's: what is named is the device's own.
  const named = high
    ? health === 'critical' ? limits.highCritical : limits.highWarning
    : health === 'critical' ? limits.lowCritical : limits.lowWarning; // prettier-ignore
  const level = health === 'critical' ? 'critical' : 'warning';
  return `${high ? 'above' : 'below'} the ${level} limit of ${numberText(named ?? limit, unit)}`;
};

const byLimits = (seen: SensorSeen, value: number, limits: SensorLimits, before: Health, beyond: number): Verdict => {
  const strict = levelOf(value, limits);
  const sticky = levelOf(value, narrowed(limits));
  const worse = WEIGHT[strict.health] > WEIGHT[before];
  // On the way back the narrowed limits count, and never more than what it was before.
  const level = worse || WEIGHT[sticky.health] > WEIGHT[before] ? strict : sticky;
  if (level.health === 'ok') return { health: 'ok', because: null, beyond: 0 };
  const because = levelWords(level, seen.unit, limits);
  if (!worse) return { health: level.health, because, beyond: 0 };
  const count = beyond + (seen.regular ? 1 : 0);
  if (count >= READINGS_UNTIL_FAULT) return { health: level.health, because, beyond: 0 };
  return { health: before, because: isFault(before) ? because : null, beyond: count };
};

/** `before` and `beyond`: what the last verdict said. */
export const judgeSensor = (seen: SensorSeen, before: Health, beyond: number): Verdict => {
  const say = (health: Health, because: string | null): Verdict => ({ health, because, beyond: 0 });
  if (seen.health !== null)
    return say(seen.health, seen.word === null || seen.health === 'ok' ? null : `the device says ${seen.word}`);
  if (seen.dark) return say('unknown', 'its port has no link, so its light is not judged');
  if (seen.value === null)
    return say('unknown', seen.word === null ? 'the device tells no value' : `the device says ${seen.word}`);
  if (seen.limits === null) return say('unknown', 'the device tells neither a state nor limits');
  return byLimits(seen, seen.value, seen.limits, before, beyond);
};
