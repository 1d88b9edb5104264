/** New faults pulse twice and stop; with reduced motion they do not move at all. */
import type { NodeKey } from '../scene/scene-types.ts';
import { prefersStillness } from './camera.ts';

const PULSE_MS = 1600;

export class Pulses {
  readonly #startedAtMs = new Map<NodeKey, number>();

  start(keys: readonly NodeKey[], nowMs: number): void {
    if (prefersStillness()) return;
    for (const key of keys) this.#startedAtMs.set(key, nowMs);
  }

  /** Progress of each pulse, 0 to 1; those that are over are gone. */
  at(nowMs: number): ReadonlyMap<NodeKey, number> {
    const progress = new Map<NodeKey, number>();
    for (const [key, startMs] of this.#startedAtMs) {
      const part = (nowMs - startMs) / PULSE_MS;
      if (part >= 1) this.#startedAtMs.delete(key);
      else progress.set(key, Math.max(0, part));
    }
    return progress;
  }
}
