/**
 * What is measured, declared once: of interfaces, devices and sensors. A sample is kept as integers, `scale` to the unit of the
 * contract (bit/s as they are, packets a second x 1000, milliseconds as microseconds, percent x 100, values of sensors x 10,000).
 */
import { quality as qualityWord } from '../../../../shared/contract/series.ts';
import type { DeviceMetric, InterfaceMetric, Quality } from '../../../../shared/contract/series.ts';
import type { DeviceSampleRow, InterfaceSampleRow, SensorSampleRow } from '../rows.ts';

export type KindName = 'interface' | 'device' | 'sensor';

export interface Metric {
  readonly key: string;
  readonly column: string;
  readonly scale: number;
  /** Metrics that one poll measures together: a row without any of them is no sample of this metric. */
  readonly group: string;
}

export interface SampleKind {
  readonly name: KindName;
  readonly metrics: readonly Metric[];
  /** Several polls may write one row: what is not null wins. Otherwise the later row replaces. */
  readonly merges: boolean;
}

const metric = (key: string, column: string, scale: number, group: string): Metric => ({ key, column, scale, group });

export const interfaceSamples: SampleKind = {
  name: 'interface',
  merges: false,
  metrics: [
    metric('inBps', 'in_bps', 1, 'counters'),
    metric('outBps', 'out_bps', 1, 'counters'),
    metric('inPps', 'in_pps', 1000, 'counters'),
    metric('outPps', 'out_pps', 1000, 'counters'),
    metric('inErrors', 'in_errors', 1000, 'counters'),
    metric('outErrors', 'out_errors', 1000, 'counters'),
    metric('inDiscards', 'in_discards', 1000, 'counters'),
    metric('outDiscards', 'out_discards', 1000, 'counters'),
  ],
};

export const deviceSamples: SampleKind = {
  name: 'device',
  merges: true,
  metrics: [
    metric('rttMin', 'rtt_min', 1000, 'reachability'),
    metric('rttAvg', 'rtt_avg', 1000, 'reachability'),
    metric('rttMax', 'rtt_max', 1000, 'reachability'),
    metric('jitter', 'jitter', 1000, 'reachability'),
    metric('loss', 'loss', 100, 'reachability'),
    metric('cpu', 'cpu', 100, 'health'),
    metric('memory', 'memory', 100, 'health'),
    metric('pollMs', 'poll_ms', 1, 'poll'),
  ],
};

/** A bias current of 6.9 mA keeps its digits, and 5.8 GHz still fit. */
const SENSOR_SCALE = 10_000;

export const sensorSamples: SampleKind = {
  name: 'sensor',
  merges: false,
  metrics: [metric('value', 'value', SENSOR_SCALE, 'value')],
};

export const sampleKinds: { readonly [K in KindName]: SampleKind } = {
  interface: interfaceSamples,
  device: deviceSamples,
  sensor: sensorSamples,
};

export const qualityWords: readonly Quality[] = qualityWord.options;
export const SUSPECT = qualityWords.indexOf('suspect');

/** Numbers a row takes on its way to the writer: id, at, quality, and the metrics in their order (NaN is unknown). */
export const STRIDE = 3 + interfaceSamples.metrics.length;

/** Beyond this no rate is real (2 Pbit/s), and differences would no longer be exact. */
export const LARGEST = 2 ** 51;

/** The integer that is kept; null where unknown. */
export function toStored(value: number, scale: number): number | null {
  if (!Number.isFinite(value)) return null;
  return Math.max(-LARGEST, Math.min(LARGEST, Math.round(value * scale)));
}

const NAN = Number.NaN;

export function writeInterfaceSample(row: InterfaceSampleRow, into: Float64Array, at: number): void {
  into[at] = row.interfaceId;
  into[at + 1] = row.atMs;
  into[at + 2] = qualityWords.indexOf(row.quality);
  interfaceMetricKeys.forEach((key, index) => {
    into[at + 3 + index] = row[key] ?? NAN;
  });
}

export function writeDeviceSample(row: DeviceSampleRow, into: Float64Array, at: number): void {
  into[at] = row.deviceId;
  into[at + 1] = row.atMs;
  into[at + 2] = 0;
  deviceMetricKeys.forEach((key, index) => {
    into[at + 3 + index] = row[key] ?? NAN;
  });
}

export function writeSensorSample(row: SensorSampleRow, into: Float64Array, at: number): void {
  into[at] = row.sensorId;
  into[at + 1] = row.atMs;
  into[at + 2] = 0;
  into[at + 3] = row.value ?? NAN;
}

const interfaceMetricKeys = interfaceSamples.metrics.map((one) => one.key) as readonly InterfaceMetric[];
const deviceMetricKeys = deviceSamples.metrics.map((one) => one.key) as readonly DeviceMetric[];
