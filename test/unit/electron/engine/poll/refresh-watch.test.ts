import { describe, expect, it } from 'vitest';
import { RefreshWatch } from '../../../../../electron/engine/poll/refresh-watch.ts';
import type { CounterReading } from '../../../../../shared/model/reading.ts';

const NOTHING_ELSE = {
  name: null,
  description: null,
  alias: null,
  speedBps: null,
  adminStatus: null,
  operStatus: null,
  discontinuity: null,
  octetBits: 64,
  packetBits: 64,
  outOctets: null,
  inPackets: null,
  outPackets: null,
  inErrors: null,
  outErrors: null,
  inDiscards: null,
  outDiscards: null,
  uptimeHundredths: null,
} as const;

/** Ports of 1 MB/s and a quiet one, on an agent that renews its counters every `refreshS`. */
const pollAt = (atS: number, refreshS: number): CounterReading[] =>
  [1_000_000, 0, 900_000].map((octetsPerS, at) => ({
    ...NOTHING_ELSE,
    ifIndex: at + 1,
    inOctets: BigInt(Math.floor(atS / refreshS) * refreshS * octetsPerS),
    monotonicMs: atS * 1000,
  }));

const watchFor = (watch: RefreshWatch, polls: number, pollS: number, refreshS: number): (number | null)[] =>
  Array.from({ length: polls }, (_, at) => watch.note(7, pollAt(at * pollS, refreshS)));

describe('watching how often an agent renews its counters', () => {
  it('finds a refresh that is slower than the poll, once', () => {
    const watch = new RefreshWatch();
    const told = watchFor(watch, 30, 5, 15).filter((refreshMs) => refreshMs !== null);
    expect(told).toEqual([15_000]);
    expect(watch.refreshMs(7)).toBe(15_000);
  });

  it('keeps what it found although polls that fit show no pattern any more, until the device is forgotten', () => {
    const watch = new RefreshWatch();
    watchFor(watch, 30, 5, 15);
    watchFor(watch, 30, 15, 15);
    expect(watch.refreshMs(7)).toBe(15_000);
    watch.forget(7);
    expect(watch.refreshMs(7)).toBeNull();
  });

  it('measures no refresh across a sleep, and keeps what it had found before', () => {
    const watch = new RefreshWatch();
    watchFor(watch, 8, 5, 15);
    watch.forgetReadings();
    const afterS = 3600;
    for (let at = 0; at < 30; at += 1) watch.note(7, pollAt(afterS + at * 5, 15));
    expect(watch.refreshMs(7)).toBe(15_000);
    watch.forgetReadings();
    expect(watch.refreshMs(7)).toBe(15_000);
  });

  it('says nothing of an agent that keeps up', () => {
    const watch = new RefreshWatch();
    expect(watchFor(watch, 60, 10, 1).every((refreshMs) => refreshMs === null)).toBe(true);
  });
});
