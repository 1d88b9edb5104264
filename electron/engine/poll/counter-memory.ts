/** The last reading of each interface's counters and the last uptime of each device: what the next poll is compared with. */
import type { RateExplanation } from '../../../shared/contract/series.ts';
import type { CounterReading } from '../../../shared/model/reading.ts';
import { isTooSoon, rateOf, type RateContext } from '../rates/counter-rate.ts';
import type { UptimeMark } from '../rates/detect-restart.ts';
import { explainRates, type DatedReading } from '../rates/explain.ts';
import type { InterfaceRates } from '../rates/rate.ts';
import { RefreshWatch } from './refresh-watch.ts';

interface Pair {
  readonly previous: DatedReading | null;
  readonly current: DatedReading;
  readonly context: RateContext;
}

export interface TableMark {
  readonly tableLastChange: number | null;
  readonly interfaceCount: number | null;
}

export class CounterMemory {
  readonly refreshes = new RefreshWatch();
  readonly #pairs = new Map<number, Pair>();
  readonly #uptimes = new Map<number, UptimeMark>();
  readonly #tables = new Map<number, TableMark>();

  /**
   * The rates since the interface's last reading; null when the reading follows too closely to say anything. After a
   * suspension (`forget`) the first reading is a gap.
   */
  rates(interfaceId: number, reading: CounterReading, atMs: number, context: RateContext): InterfaceRates | null {
    const before = this.#pairs.get(interfaceId)?.current ?? null;
    if (before !== null && isTooSoon(before.reading, reading)) return null;
    this.#pairs.set(interfaceId, { previous: before, current: { atMs, reading }, context });
    return rateOf(before?.reading ?? null, reading, context);
  }

  explain(interfaceId: number): RateExplanation[] {
    const pair = this.#pairs.get(interfaceId);
    return pair === undefined ? [] : explainRates(pair.previous, pair.current, pair.context);
  }

  /** Keeps the device's uptime and returns the one before. */
  swapUptime(deviceId: number, mark: UptimeMark): UptimeMark | null {
    const before = this.#uptimes.get(deviceId) ?? null;
    this.#uptimes.set(deviceId, mark);
    return before;
  }

  /** True when the interface table is not the one of the last poll (or this is the first poll). */
  tableChanged(deviceId: number, mark: TableMark): boolean {
    const before = this.#tables.get(deviceId);
    this.#tables.set(deviceId, mark);
    return before?.tableLastChange !== mark.tableLastChange || before.interfaceCount !== mark.interfaceCount;
  }

  /** The machine slept: no rate across it. Uptimes stay, because a restart meanwhile is still worth telling. */
  forgetReadings(): void {
    this.#pairs.clear();
    this.refreshes.forgetReadings();
  }

  forgetDevice(deviceId: number, interfaceIds: readonly number[]): void {
    this.#uptimes.delete(deviceId);
    this.#tables.delete(deviceId);
    this.refreshes.forget(deviceId);
    for (const id of interfaceIds) this.#pairs.delete(id);
  }
}
