import { describe, expect, test } from 'vitest';
import {
  deviceRefreshMs,
  effectiveIntervalMs,
  refreshIntervalOf,
} from '../../../../../electron/engine/rates/aliasing.ts';

/** A port of 1 MB/s behind an agent that renews its counters every `refreshS`, polled every `pollS`. */
const trail = (pollS: number, refreshS: number, octetsPerS = 1_000_000) =>
  Array.from({ length: 24 }, (_, i) => ({
    monotonicMs: i * pollS * 1000,
    value: BigInt(Math.floor((i * pollS) / refreshS) * refreshS * octetsPerS),
  }));

describe('counters that an agent renews more slowly than it is polled', () => {
  test('zeros alternating with doubles give the refresh', () => {
    expect(refreshIntervalOf(trail(5, 10))).toBe(10_000);
    expect(refreshIntervalOf(trail(10, 30))).toBe(30_000);
  });

  test('a refresh that is no multiple of the poll is met on average', () => {
    expect(refreshIntervalOf(trail(10, 15))).toBeCloseTo(15_000, -3);
  });

  test('an agent that keeps up shows nothing', () => {
    expect(refreshIntervalOf(trail(60, 1))).toBeNull();
  });

  test('a quiet port with one hello each half minute is not taken for it', () => {
    expect(refreshIntervalOf(trail(10, 30, 10))).toBeNull();
  });

  test('half of the busy ports must agree', () => {
    expect(deviceRefreshMs([trail(5, 10), trail(5, 10), trail(5, 1)])).toBe(10_000);
    expect(deviceRefreshMs([trail(5, 10), trail(5, 1), trail(5, 1)])).toBeNull();
    expect(deviceRefreshMs([])).toBeNull();
  });

  test('the interval becomes a multiple of the refresh', () => {
    expect(effectiveIntervalMs(10_000, 15_000)).toBe(15_000);
    expect(effectiveIntervalMs(20_000, 15_000)).toBe(30_000);
    expect(effectiveIntervalMs(30_000, 15_000)).toBe(30_000);
    expect(effectiveIntervalMs(10_000, null)).toBe(10_000);
  });
});
