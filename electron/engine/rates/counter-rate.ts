/**
 * Turns two readings of an interface's counters into rates. Numbers of rules are those of the design's section
 * "Counter rates". What surprises:
 *
 * - Time is the difference of monotonic stamps (1): the wall clock jumps, a laptop sleeps.
 * - No value is null with the reason as its quality (10). A reset is never drawn as 0, and a wrap only where one wrap is
 *   possible and believable (7); a 64-bit counter that decreased was reset (6), it cannot have wrapped.
 * - Rates above 1.2 x speed are kept and marked (8), because configured speeds lie. A 32-bit counter that could have
 *   wrapped more than once between two polls is marked too: its rate is right only by luck.
 * - An octet or packet counter that was reset takes its siblings with it: after "clear counters" the errors may already
 *   stand above their old value. The reverse does not hold, since some drivers let discards decrease.
 * - Error and discard counters never wrap here: a decrease would need 4,294,967,296 errors, a reset is far likelier.
 */
import type { Quality } from '../../../shared/contract/series.ts';
import type { CounterReading } from '../../../shared/model/reading.ts';
import { METRIC_SOURCES, widthOf } from './rate.ts';
import type { CounterFamily, InterfaceRates, MetricSource, Rate } from './rate.ts';

export interface RateContext {
  /** The interval these polls are meant to have (stretched, if it is stretched). */
  readonly intervalMs: number;
  /** Rule 3, for the whole device: see detect-restart.ts. */
  readonly restarted: boolean;
  readonly speedBps: number | null;
}

const GAP_INTERVALS = 3;
const SUSPECT_FACTOR = 1.2;
const WRAP_FACTOR = 1.05;
const WRAP_32 = 2n ** 32n;
/** The shortest Ethernet frame with its preamble and gap: 84 octets, so speed / 672 is the most packets a second. */
const BITS_OF_SHORTEST_FRAME = 672;
/** Nearer than this, an agent's cache answers twice with the same numbers. */
const TOO_SOON_MS = 500;

/** True when the new reading follows so closely that it says nothing: keep the older one as previous, store no sample. */
export function isTooSoon(previous: CounterReading, current: CounterReading): boolean {
  const elapsedMs = current.monotonicMs - previous.monotonicMs;
  return elapsedMs >= 0 && elapsedMs < TOO_SOON_MS;
}

/** The eight rates between two readings of the same interface. Always take `current` as the next `previous`. */
export function rateOf(previous: CounterReading | null, current: CounterReading, context: RateContext): InterfaceRates {
  const whole = wholeInterfaceRule(previous, current, context);
  if (whole !== null || previous === null) return allMetrics((source) => withoutValue(current, source, whole ?? GAP));
  const pair: Pair = { previous, current, seconds: secondsBetween(previous, current), speedBps: context.speedBps };
  const rates = allMetrics((source) => metricRate(pair, source));
  return siblingWasReset(rates) ? allMetrics((source) => withoutValue(current, source, SIBLING)) : rates;
}

interface Pair {
  readonly previous: CounterReading;
  readonly current: CounterReading;
  readonly seconds: number;
  readonly speedBps: number | null;
}

interface NoValue {
  readonly quality: Quality;
  readonly rule: string;
}

const GAP: NoValue = { quality: 'gap', rule: 'no earlier reading to compare with' };
const SIBLING: NoValue = { quality: 'reset', rule: 'another counter of this interface was reset' };
const MISSING: NoValue = { quality: 'missing', rule: 'the device does not give this counter' };

export const secondsBetween = (previous: CounterReading, current: CounterReading): number =>
  (current.monotonicMs - previous.monotonicMs) / 1000;

/** Rules 2 to 5: what spoils every counter of the interface at once. Null when nothing does. */
function wholeInterfaceRule(
  previous: CounterReading | null,
  current: CounterReading,
  context: RateContext,
): NoValue | null {
  if (previous === null) return GAP;
  const elapsedMs = current.monotonicMs - previous.monotonicMs;
  if (elapsedMs <= 0) return { quality: 'gap', rule: 'no time passed between the two readings' };
  if (elapsedMs > GAP_INTERVALS * context.intervalMs) {
    return { quality: 'gap', rule: `the earlier reading is older than ${GAP_INTERVALS} intervals` };
  }
  if (context.restarted) return { quality: 'reset', rule: 'the device or its agent restarted' };
  return discontinuityRule(previous, current) ?? identityRule(previous, current);
}

/** Rule 4, RFC 2863: use ifCounterDiscontinuityTime when it changes, never rely on it staying still (net-snmp #1080). */
function discontinuityRule(previous: CounterReading, current: CounterReading): NoValue | null {
  const changed = previous.discontinuity !== null && previous.discontinuity !== current.discontinuity;
  return changed && current.discontinuity !== null && current.discontinuity !== 0
    ? { quality: 'reset', rule: 'ifCounterDiscontinuityTime changed: the agent says its counters jumped' }
    : null;
}

/** Rule 5. */
function identityRule(previous: CounterReading, current: CounterReading): NoValue | null {
  const renamed = previous.name !== null && current.name !== null && previous.name !== current.name;
  return renamed || previous.ifIndex !== current.ifIndex
    ? { quality: 'reset', rule: 'the interface number moved: another interface, or a new row of the same' }
    : null;
}

function metricRate(pair: Pair, source: MetricSource): Rate {
  const before = pair.previous[source.field];
  const now = pair.current[source.field];
  if (now === null) return noValue(MISSING);
  if (before === null) return noValue({ quality: 'gap', rule: 'the earlier reading lacks this counter' });
  const bits = widthOf(pair.current, source.family);
  if (bits !== widthOf(pair.previous, source.family)) {
    return noValue({ quality: 'reset', rule: 'the agent changed between 32-bit and 64-bit counters' });
  }
  const perSecond = (difference: bigint) => (Number(difference) * unitsPerCount(source.family)) / pair.seconds;
  if (now < before) return decreased(pair, source, bits, perSecond(now - before + WRAP_32));
  return judged(pair, source, bits, perSecond(now - before));
}

const unitsPerCount = (family: CounterFamily): number => (family === 'octets' ? 8 : 1);

/** The most that the line can carry, in the metric's unit; null when the speed is unknown or means nothing here. */
function limitOf(family: CounterFamily, speedBps: number | null): number | null {
  if (speedBps === null || speedBps <= 0 || family === 'faults') return null;
  return family === 'octets' ? speedBps : speedBps / BITS_OF_SHORTEST_FRAME;
}

/** Seconds that 2^32 counts take at the limit: a longer pause may hide a second wrap. */
const wrapSeconds = (limit: number, family: CounterFamily): number => (Number(WRAP_32) * unitsPerCount(family)) / limit;

/** Rules 6 and 7. */
function decreased(pair: Pair, source: MetricSource, bits: 32 | 64, wrappedRate: number): Rate {
  if (bits === 64) return noValue({ quality: 'reset', rule: 'a 64-bit counter decreased: it was reset' });
  if (source.family === 'faults') return noValue({ quality: 'reset', rule: 'the counter decreased: it was reset' });
  const limit = limitOf(source.family, pair.speedBps);
  if (limit === null) {
    return noValue({ quality: 'reset', rule: 'a 32-bit counter decreased, and without a speed a wrap cannot be told' });
  }
  const onceAtMost = pair.seconds < wrapSeconds(limit, source.family);
  // Negative even so: the value before was no 32-bit number at all.
  if (!onceAtMost || wrappedRate < 0 || wrappedRate > WRAP_FACTOR * limit) {
    return noValue({
      quality: 'reset',
      rule: 'a 32-bit counter decreased by more than one wrap explains: it was reset',
    });
  }
  return {
    value: wrappedRate,
    quality: 'good',
    rule: `${formula(source.family, true)}; the 32-bit counter wrapped once`,
  };
}

/** Rule 8, and the 32-bit counter that cannot be trusted. */
function judged(pair: Pair, source: MetricSource, bits: 32 | 64, value: number): Rate {
  const limit = limitOf(source.family, pair.speedBps);
  const rule = formula(source.family, false);
  if (limit !== null && value > SUSPECT_FACTOR * limit) {
    return { value, quality: 'suspect', rule: `${rule}; more than ${SUSPECT_FACTOR} x the speed` };
  }
  if (limit !== null && bits === 32 && pair.seconds >= wrapSeconds(limit, source.family)) {
    return { value, quality: 'suspect', rule: `${rule}; a 32-bit counter may wrap unseen at this speed and interval` };
  }
  return { value, quality: 'good', rule };
}

function formula(family: CounterFamily, wrapped: boolean): string {
  const difference = wrapped ? '(B - A + 2^32)' : '(B - A)';
  return family === 'octets' ? `${difference} x 8 / t` : `${difference} / t`;
}

const siblingWasReset = (rates: InterfaceRates): boolean =>
  METRIC_SOURCES.some((source) => source.family !== 'faults' && rates[source.metric].quality === 'reset');

const noValue = (why: NoValue): Rate => ({ value: null, quality: why.quality, rule: why.rule });

/** A counter that the device does not have is *missing* whatever else happened. */
const withoutValue = (current: CounterReading, source: MetricSource, why: NoValue): Rate =>
  noValue(current[source.field] === null ? MISSING : why);

function allMetrics(make: (source: MetricSource) => Rate): InterfaceRates {
  const [a, b, c, d, e, f, g, h] = METRIC_SOURCES.map(make);
  const or = (rate: Rate | undefined): Rate => rate ?? noValue(MISSING);
  return {
    inBps: or(a),
    outBps: or(b),
    inPps: or(c),
    outPps: or(d),
    inErrors: or(e),
    outErrors: or(f),
    inDiscards: or(g),
    outDiscards: or(h),
  };
}
