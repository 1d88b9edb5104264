/**
 * What waits to be written, in order, as compactly as may be: rows of one table that follow each other become one operation,
 * samples become numbers in one array. Pure data; no timers, no threads.
 */
import type { DeviceSampleRow, InterfaceSampleRow, SensorSampleRow, TableName } from '../rows.ts';
import { STRIDE, writeDeviceSample, writeInterfaceSample, writeSensorSample } from '../samples/sample-kinds.ts';
import type { KindName } from '../samples/sample-kinds.ts';
import type { SqlValue } from '../tables/table.ts';
import type { Operation } from '../threads/protocol.ts';

const ROWS_AN_OPERATION = 2000;
const SAMPLES_AN_OPERATION = 10_000;

interface OpenPut {
  readonly kind: 'put';
  readonly table: TableName;
  readonly rows: SqlValue[][];
}

interface OpenSamples {
  readonly kind: 'samples';
  readonly of: KindName;
  numbers: Float64Array;
  count: number;
}

type Waiting = OpenPut | OpenSamples | Exclude<Operation, { kind: 'put' | 'samples' }>;

const rowsIn = (operation: Waiting): number => {
  if (operation.kind === 'put') return operation.rows.length;
  if (operation.kind === 'samples') return operation.count;
  return operation.kind === 'remove' ? operation.ids.length : 1;
};

const finished = (operation: Waiting): Operation =>
  operation.kind === 'samples'
    ? { kind: 'samples', of: operation.of, numbers: operation.numbers.slice(0, operation.count * STRIDE) }
    : operation;

const room = (samples: OpenSamples): void => {
  if ((samples.count + 1) * STRIDE <= samples.numbers.length) return;
  const larger = new Float64Array(samples.numbers.length * 2);
  larger.set(samples.numbers);
  samples.numbers = larger;
};

export class PendingOperations {
  readonly #waiting: Waiting[] = [];
  /** Samples still growing; a removal ends them, so that it also removes what was queued before it. */
  readonly #samples = new Map<KindName, OpenSamples>();
  #rows = 0;

  get rows(): number {
    return this.#rows;
  }

  put(table: TableName, row: SqlValue[]): void {
    const last = this.#waiting.at(-1);
    if (last?.kind === 'put' && last.table === table && last.rows.length < ROWS_AN_OPERATION) last.rows.push(row);
    else this.#waiting.push({ kind: 'put', table, rows: [row] });
    this.#rows += 1;
  }

  remove(operation: Extract<Operation, { kind: 'remove' | 'remove-device' }>): void {
    this.#samples.clear();
    this.#waiting.push(operation);
    this.#rows += rowsIn(operation);
  }

  addInterfaceSample(row: InterfaceSampleRow): void {
    const samples = this.#growing('interface');
    writeInterfaceSample(row, samples.numbers, samples.count * STRIDE);
    samples.count += 1;
  }

  addDeviceSample(row: DeviceSampleRow): void {
    const samples = this.#growing('device');
    writeDeviceSample(row, samples.numbers, samples.count * STRIDE);
    samples.count += 1;
  }

  addSensorSample(row: SensorSampleRow): void {
    const samples = this.#growing('sensor');
    writeSensorSample(row, samples.numbers, samples.count * STRIDE);
    samples.count += 1;
  }

  /** Takes operations from the front until there are about `rowLimit` rows. */
  take(rowLimit: number): Operation[] {
    const taken: Operation[] = [];
    for (let rows = 0; rows < rowLimit;) {
      const next = this.#waiting.shift();
      if (next === undefined) break;
      if (next.kind === 'samples' && this.#samples.get(next.of) === next) this.#samples.delete(next.of);
      rows += rowsIn(next);
      taken.push(finished(next));
    }
    this.#rows -= taken.reduce((sum, operation) => sum + rowsOf(operation), 0);
    return taken;
  }

  /** Drops the oldest samples (never other rows) until at most `rowLimit` rows are left; returns how many it dropped. */
  dropOldestSamples(rowLimit: number): number {
    let dropped = 0;
    for (let index = 0; index < this.#waiting.length && this.#rows > rowLimit;) {
      const operation = this.#waiting[index];
      if (operation?.kind !== 'samples' || this.#samples.get(operation.of) === operation) {
        index += 1;
        continue;
      }
      this.#waiting.splice(index, 1);
      this.#rows -= operation.count;
      dropped += operation.count;
    }
    return dropped;
  }

  #growing(of: KindName): OpenSamples {
    this.#rows += 1;
    const growing = this.#samples.get(of);
    if (growing !== undefined && growing.count < SAMPLES_AN_OPERATION) {
      room(growing);
      return growing;
    }
    const samples: OpenSamples = { kind: 'samples', of, numbers: new Float64Array(64 * STRIDE), count: 0 };
    this.#samples.set(of, samples);
    this.#waiting.push(samples);
    return samples;
  }
}

/** How many rows an operation writes or removes. */
export function rowsOf(operation: Operation): number {
  if (operation.kind === 'put') return operation.rows.length;
  if (operation.kind === 'samples') return operation.numbers.length / STRIDE;
  return operation.kind === 'remove' ? operation.ids.length : 1;
}
