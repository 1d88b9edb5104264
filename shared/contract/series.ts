/** Measured values: the newest of each, series for graphs, and how a number was made. */
import { z } from 'zod';
import { call, topic } from './define.ts';
import { MOST_PORTS } from './boards.ts';
import { epochMs, rowId } from './common.ts';

/**
 * How trustworthy a rate is: `good`; `suspect` (above 1.2 x speed, shown hatched); and the reasons for no value:
 * `gap` (no earlier sample near enough), `reset` (counter or device restarted), `missing` (the device did not say).
 */
export const quality = z.enum(['good', 'suspect', 'gap', 'reset', 'missing']);
export type Quality = z.infer<typeof quality>;

/** Rates of one interface. Bits, packets, errors and discards a second; null is unknown. */
export const interfaceMetric = z.enum([
  'inBps',
  'outBps',
  'inPps',
  'outPps',
  'inErrors',
  'outErrors',
  'inDiscards',
  'outDiscards',
]);
export type InterfaceMetric = z.infer<typeof interfaceMetric>;

/** rtt in milliseconds, loss, cpu, memory in percent, pollMs: duration of the SNMP poll. */
export const deviceMetric = z.enum(['rttMin', 'rttAvg', 'rttMax', 'jitter', 'loss', 'cpu', 'memory', 'pollMs']);
export type DeviceMetric = z.infer<typeof deviceMetric>;

const number = z.number().nullable();

export const interfaceLatest = z.object({
  /** Interface id. */
  id: rowId,
  deviceId: rowId,
  atMs: epochMs,
  quality,
  inBps: number,
  outBps: number,
  inPps: number,
  outPps: number,
  inErrors: number,
  outErrors: number,
  inDiscards: number,
  outDiscards: number,
  /** Percent of speed; null where rate or speed is unknown. */
  inUse: number,
  outUse: number,
});
export type InterfaceLatest = z.infer<typeof interfaceLatest>;

export const deviceLatest = z.object({
  /** Device id. */
  id: rowId,
  icmpAtMs: epochMs.nullable(),
  rttMin: number,
  rttAvg: number,
  rttMax: number,
  jitter: number,
  loss: number,
  healthAtMs: epochMs.nullable(),
  cpu: number,
  memory: number,
  pollMs: number,
});
export type DeviceLatest = z.infer<typeof deviceLatest>;

/**
 * Columns for a graph: `atMs[i]` is the start of point i, `stepMs` its width. Each metric has mean, min and max columns of
 * the same length; a null is a gap. `resolution` says which store the points come from.
 */
export const series = z.object({
  resolution: z.enum(['samples', '5m', '1h', '1d']),
  stepMs: z.int().positive(),
  atMs: z.array(epochMs),
  columns: z.record(z.string(), z.object({ mean: z.array(number), min: z.array(number), max: z.array(number) })),
  /** Share of points in percent with a known value. */
  coverage: z.number(),
  /** 95th percentile by metric, from means of 5 minutes (billing rule); null with fewer than 3 known points. */
  p95: z.record(z.string(), number),
});
export type Series = z.infer<typeof series>;

/**
 * Means of several interfaces on one grid of time, a list for each metric asked for. A null is a gap: a sum with it is unknown.
 * `p95` is that of the sum, from means of 5 minutes; null where a part is unknown throughout, or where the range is too long.
 */
export const stack = z.object({
  resolution: series.shape.resolution,
  stepMs: z.int().positive(),
  atMs: z.array(epochMs),
  parts: z.array(z.object({ interfaceId: rowId, means: z.record(z.string(), z.array(number)) })),
  p95: z.record(z.string(), number),
});
export type Stack = z.infer<typeof stack>;

const range = { fromMs: epochMs, toMs: epochMs, maxPoints: z.int().min(2).max(4000) };

/** False: `p95` is null throughout, and the answer comes sooner. */
const percentile = z.boolean().optional();

/** One raw reading of a counter, as decimal text because it may exceed 2^53. */
const reading = z.object({ atMs: epochMs, uptimeMs: z.number().nullable(), value: z.string().nullable() });

export const rateExplanation = z.object({
  metric: interfaceMetric,
  counter: z.string(),
  previous: reading.nullable(),
  current: reading.nullable(),
  /** Seconds between the two by the monotonic clock. */
  seconds: z.number().nullable(),
  rate: z.number().nullable(),
  quality,
  /** The rule in words, with its arithmetic: "(B - A) x 8 / t". */
  rule: z.string(),
});
export type RateExplanation = z.infer<typeof rateExplanation>;

export const seriesCalls = {
  /** One interface's graph: at most `maxPoints` points; a null value is a gap, never a guess. */
  'series.interface': call(
    { interfaceId: rowId, metrics: z.array(interfaceMetric).min(1), ...range, percentile },
    series,
  ),
  /** One device's graph: reachability, health, poll duration. */
  /** One sensor's graph; its only column is `value`, in the unit of the sensor. */
  'series.sensor': call({ sensorId: rowId, ...range }, series),
  /** In-row graphs of sensors. */
  'series.sensor-sparklines': call(
    { sensorIds: z.array(rowId).max(100), ...range },
    z.array(z.object({ sensorId: rowId, atMs: z.array(epochMs), values: z.array(number) })),
  ),
  'series.device': call({ deviceId: rowId, metrics: z.array(deviceMetric).min(1), ...range, percentile }, series),
  /** 95th percentiles alone, by metric: of a year they take longer to read than the graph, which need not wait for them. */
  'series.percentiles': call(
    { interfaceId: rowId, metrics: z.array(interfaceMetric).min(1), fromMs: epochMs, toMs: epochMs },
    z.record(z.string(), number),
  ),
  /** Several interfaces to be stacked: on one grid of time, whenever each was polled. */
  'series.stack': call(
    { interfaceIds: z.array(rowId).min(1).max(MOST_PORTS), metrics: z.array(interfaceMetric).min(1).max(4), ...range },
    stack,
  ),
  /** In-row graphs: one small series a row for up to 100 interfaces, in one call. */
  'series.sparklines': call(
    { interfaceIds: z.array(rowId).max(100), ...range },
    z.array(z.object({ interfaceId: rowId, atMs: z.array(epochMs), inBps: z.array(number), outBps: z.array(number) })),
  ),
  /** How the last rates of an interface were made. */
  'rate.why': call({ interfaceId: rowId }, z.array(rateExplanation)),
};

export const seriesTopics = {
  /** Newest rates of one device's interfaces, or of every interface that is an end of a link. */
  'samples.interfaces': topic({ deviceId: rowId.optional() }, interfaceLatest),
  'samples.devices': topic({}, deviceLatest),
};
