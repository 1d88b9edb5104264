/** Sensors with a fault, by device: asked at every look for incidents, so it is kept and not searched for. */
import type { StateRow } from '../store/rows.ts';

const FAULTS: ReadonlySet<StateRow['state'] | undefined> = new Set(['warning', 'critical', 'failed']);

export class FaultySensors {
  readonly #byDevice = new Map<number, ReadonlySet<number>>();

  [Symbol.iterator](): Iterator<[number, ReadonlySet<number>]> {
    return this.#byDevice.entries();
  }

  /** Undefined where no sensor is at fault. */
  get(deviceId: number): ReadonlySet<number> | undefined {
    return this.#byDevice.get(deviceId);
  }

  /** `state` undefined: the sensor is no more. */
  note(deviceId: number, sensorId: number, state: StateRow['state'] | undefined): void {
    const before = this.#byDevice.get(deviceId);
    const faulty = FAULTS.has(state);
    if (faulty === (before?.has(sensorId) ?? false)) return;
    const after = new Set(before);
    if (faulty) after.add(sensorId);
    else after.delete(sensorId);
    if (after.size === 0) this.#byDevice.delete(deviceId);
    else this.#byDevice.set(deviceId, after);
  }

  forget(deviceId: number): void {
    this.#byDevice.delete(deviceId);
  }
}
