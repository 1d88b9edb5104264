/**
 * Several interfaces on one grid of time, so that they can be added up: an aggregate, all uplinks of a device. Points at the
 * very times of polls, as a single graph has them, could not be added: each device is polled at its own moment.
 */
import type { Stack } from '../../../../shared/contract/series.ts';
import type { Connection } from '../connection.ts';
import { chooseResolution, WIDTH_MS } from '../samples/choose-resolution.ts';
import type { Choice } from '../samples/choose-resolution.ts';
import { graphOfBuckets, percentile95, usualInterval } from '../samples/down-sample.ts';
import { rollUp, SLOT_MS } from '../samples/roll-up.ts';
import type { Rolled } from '../samples/roll-up.ts';
import { interfaceSamples } from '../samples/sample-kinds.ts';
import { sumOfMeans } from '../samples/sum-of-means.ts';
import type { StackQuery } from '../store.ts';
import { onlyMetrics, readRolled, readRolledTimes, readSamples } from './read-samples.ts';
import type { Range } from './read-samples.ts';
import { placesOf, safeStep, scalesOf, whatExists, wholeBuckets, wholeSeconds } from './read-series.ts';

/** Means of 5 minutes that a percentile of a sum is made of, all parts together: more would keep the reader busy too long. */
const MOST_MEANS = 100_000;

const kind = interfaceSamples;

/** A step on which each bucket of this interface has its samples. */
function stepOf(connection: Connection, id: number, range: Range, choice: Choice): number {
  const { resolution, stepMs } = choice;
  if (resolution === 'samples') {
    const interval = usualInterval(readSamples(connection, kind, id, range).at);
    return interval === null ? stepMs : safeStep(stepMs, wholeSeconds(interval));
  }
  const width = WIDTH_MS[resolution];
  const interval = usualInterval(readRolledTimes(connection, { kind, level: resolution, metrics: [], id }, range));
  return interval === null || interval <= width ? stepMs : safeStep(stepMs, interval);
}

function bucketsOf(
  connection: Connection,
  id: number,
  metrics: readonly number[],
  range: Range,
  { resolution, stepMs }: Choice,
): Rolled[] {
  if (resolution === 'samples') {
    return rollUp(onlyMetrics(readSamples(connection, kind, id, range), metrics), stepMs);
  }
  return readRolled(connection, { kind, level: resolution, metrics, id }, range, stepMs);
}

/** By the billing rule, of the sums: a sum of percentiles would be none. Null where too much would have to be read. */
function percentileOfSum(connection: Connection, query: StackQuery, metric: number, fiveFromMs: number): number | null {
  const { interfaceIds, fromMs, toMs } = query;
  if (fiveFromMs > fromMs || ((toMs - fromMs) / SLOT_MS) * interfaceIds.length > MOST_MEANS) return null;
  const range = wholeBuckets(query, SLOT_MS);
  const parts = interfaceIds.map((id) =>
    readRolled(connection, { kind, level: '5m', metrics: [metric], id }, range, SLOT_MS),
  );
  const sums = sumOfMeans(parts);
  const value = percentile95(sums);
  return value === null ? null : value / (kind.metrics[metric]?.scale ?? 1);
}

/** Call it inside a read transaction: marks and rows must be of one moment. */
export function readStack(connection: Connection, query: StackQuery): Stack {
  const { interfaceIds, metrics } = query;
  const existsFrom = whatExists(connection, kind);
  const wanted = placesOf(kind, metrics);
  const chosen = chooseResolution(query, existsFrom);
  const steps = interfaceIds.map((id) => stepOf(connection, id, query, chosen));
  const choice = { ...chosen, stepMs: Math.max(chosen.stepMs, ...steps) };
  const range = wholeBuckets(query, choice.stepMs);
  const graphs = interfaceIds.map((id) =>
    graphOfBuckets(
      bucketsOf(connection, id, wanted, range, choice),
      { ...range, stepMs: choice.stepMs },
      scalesOf(kind, wanted),
    ),
  );
  return {
    resolution: choice.resolution,
    stepMs: choice.stepMs,
    atMs: graphs[0]?.atMs ?? [],
    parts: interfaceIds.map((interfaceId, part) => ({
      interfaceId,
      means: Object.fromEntries(metrics.map((key, column) => [key, graphs[part]?.columns[column]?.mean ?? []])),
    })),
    p95: Object.fromEntries(
      metrics.map((key, column) => [key, percentileOfSum(connection, query, wanted[column] ?? 0, existsFrom['5m'])]),
    ),
  };
}
