/** Shows how the last rates of an interface were made: the raw readings, the time between them, the arithmetic. */
import type { RateExplanation } from '../../../shared/contract/series.ts';
import type { CounterReading } from '../../../shared/model/reading.ts';
import { rateOf, secondsBetween } from './counter-rate.ts';
import type { RateContext } from './counter-rate.ts';
import { METRIC_SOURCES, counterName, widthOf } from './rate.ts';
import type { MetricSource, Rate } from './rate.ts';

/** A reading with the wall-clock time it was taken at. */
export interface DatedReading {
  readonly atMs: number;
  readonly reading: CounterReading;
}

export function explainRates(
  previous: DatedReading | null,
  current: DatedReading,
  context: RateContext,
): RateExplanation[] {
  const rates = rateOf(previous?.reading ?? null, current.reading, context);
  return METRIC_SOURCES.map((source) => explainOne(source, previous, current, rates[source.metric]));
}

function explainOne(
  source: MetricSource,
  previous: DatedReading | null,
  current: DatedReading,
  rate: Rate,
): RateExplanation {
  const seconds = previous === null ? null : secondsBetween(previous.reading, current.reading);
  return {
    metric: source.metric,
    counter: counterName(source, widthOf(current.reading, source.family)),
    previous: previous === null ? null : rawOf(source, previous),
    current: rawOf(source, current),
    seconds,
    rate: rate.value,
    quality: rate.quality,
    rule: rate.value === null ? rate.rule : `${rate.rule}: ${arithmetic(source, previous, current, rate)}`,
  };
}

function rawOf(source: MetricSource, dated: DatedReading): RateExplanation['current'] {
  const { uptimeHundredths } = dated.reading;
  return {
    atMs: dated.atMs,
    uptimeMs: uptimeHundredths === null ? null : uptimeHundredths * 10,
    value: dated.reading[source.field]?.toString() ?? null,
  };
}

function arithmetic(source: MetricSource, previous: DatedReading | null, current: DatedReading, rate: Rate): string {
  const [a, b] = [previous?.reading[source.field] ?? 0n, current.reading[source.field] ?? 0n];
  const seconds = previous === null ? 0 : secondsBetween(previous.reading, current.reading);
  const wrap = b < a ? ' + 4294967296' : '';
  const bits = source.family === 'octets' ? ' x 8' : '';
  return `(${b} - ${a}${wrap})${bits} / ${readable(seconds)} s = ${readable(rate.value ?? 0)}`;
}

/** As many digits as the clock and a person can use. */
const readable = (value: number): string => String(Number(value.toPrecision(6)));
