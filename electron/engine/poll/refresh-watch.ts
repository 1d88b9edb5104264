/**
 * Notices agents that renew their counters more slowly than they are polled (rates/aliasing.ts says what that looks like).
 *
 * Some busy ports of each device are followed for a while. What was found stays until the device restarts, because once the
 * interval fits the refresh nothing shows the pattern any more.
 */
import type { CounterReading } from '../../../shared/model/reading.ts';
import { deviceRefreshMs } from '../rates/aliasing.ts';

type Point = { readonly monotonicMs: number; readonly value: bigint };

/** Ports of a device that are followed at once, and readings kept of each: enough for four jumps of a refresh six times the poll. */
const PORTS = 4;
const READINGS = 24;
/** A port that carried less than this between two readings tells nothing (as in rates/aliasing.ts). */
const BUSY_OCTETS = 65_536n;

export class RefreshWatch {
  readonly #last = new Map<number, ReadonlyMap<number, bigint>>();
  readonly #trails = new Map<number, Map<number, Point[]>>();
  readonly #found = new Map<number, number>();

  /** How often the device renews its counters, in milliseconds; null while it seems to keep up. */
  refreshMs(deviceId: number): number | null {
    return this.#found.get(deviceId) ?? null;
  }

  /** Takes one poll. Returns the refresh if this poll made it known, else null. */
  note(deviceId: number, rows: readonly CounterReading[]): number | null {
    if (this.#found.has(deviceId)) return null;
    const trails = this.#trails.get(deviceId) ?? new Map<number, Point[]>();
    this.#trails.set(deviceId, trails);
    if (trails.size < PORTS) this.#chooseBusy(deviceId, rows, trails);
    for (const { ifIndex, inOctets, monotonicMs } of rows) {
      const trail = trails.get(ifIndex);
      if (trail === undefined || inOctets === null) continue;
      trail.push({ monotonicMs, value: inOctets });
      if (trail.length > READINGS) trail.shift();
    }
    const refreshMs = deviceRefreshMs([...trails.values()]);
    if (refreshMs === null) return null;
    this.forget(deviceId);
    this.#found.set(deviceId, refreshMs);
    return refreshMs;
  }

  /** The machine slept: readings before and after it give no time between jumps. What was found stays. */
  forgetReadings(): void {
    this.#last.clear();
    this.#trails.clear();
  }

  /** The device restarted or is gone: look anew. */
  forget(deviceId: number): void {
    this.#last.delete(deviceId);
    this.#trails.delete(deviceId);
    this.#found.delete(deviceId);
  }

  #chooseBusy(deviceId: number, rows: readonly CounterReading[], trails: Map<number, Point[]>): void {
    const before = this.#last.get(deviceId);
    for (const { ifIndex, inOctets } of rows) {
      const earlier = before?.get(ifIndex);
      if (trails.size >= PORTS) break;
      if (earlier === undefined || inOctets === null || trails.has(ifIndex)) continue;
      if (inOctets - earlier >= BUSY_OCTETS) trails.set(ifIndex, []);
    }
    const octets = rows.flatMap((row) => (row.inOctets === null ? [] : [[row.ifIndex, row.inOctets] as const]));
    if (trails.size >= PORTS) this.#last.delete(deviceId);
    else this.#last.set(deviceId, new Map(octets));
  }
}
