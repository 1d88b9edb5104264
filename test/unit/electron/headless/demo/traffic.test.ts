import { assert, integer, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  makeFlow,
  milliOctetsBetween,
  octetsBetween,
  rateAt,
} from '../../../../../electron/headless/demo/world/traffic.ts';

const MIDNIGHT = Date.UTC(2026, 10, 17);
const AT_16_05 = MIDNIGHT + (16 * 60 + 5) * 60_000;
const wish = { key: 'a', speedBps: 100e9, percent: 72, flat: false, midnightMs: MIDNIGHT };

describe('traffic of a port', () => {
  it('carries the wanted share at 16:05, within the short waves', () => {
    const percent = (rateAt(makeFlow(wish), AT_16_05) * 8 * 100) / wish.speedBps;
    expect(Math.abs(percent - 72)).toBeLessThan(72 * 0.14);
  });

  it('is never negative nor faster than the port', () => {
    const flow = makeFlow({ ...wish, percent: 91, flat: true });
    const dull = makeFlow({ ...wish, percent: 1 });
    assert(
      property(integer({ min: 0, max: 86_400_000 }), (offset) => {
        expect(rateAt(dull, MIDNIGHT + offset)).toBeGreaterThan(0);
        expect(rateAt(flow, MIDNIGHT + offset) * 8).toBeLessThan(wish.speedBps);
      }),
    );
  });

  it('counts what the rate adds up to: closed form against a sum of small steps', () => {
    const flow = makeFlow(wish);
    const stepMs = 100;
    let sum = 0;
    for (let atMs = AT_16_05; atMs < AT_16_05 + 600_000; atMs += stepMs) {
      sum += (rateAt(flow, atMs + stepMs / 2) * stepMs) / 1000;
    }
    const exact = octetsBetween(flow, AT_16_05, AT_16_05 + 600_000);
    expect(Math.abs(sum / exact - 1)).toBeLessThan(1e-7);
    const milli = milliOctetsBetween(flow, AT_16_05, AT_16_05 + 600_000);
    expect(Math.abs(Number(milli) / 1000 / exact - 1)).toBeLessThan(1e-12);
  });

  it('never counts backwards', () => {
    const flow = makeFlow({ ...wish, percent: 0.01, speedBps: 1e9 });
    const since = AT_16_05 - 212 * 86_400_000;
    assert(
      property(integer({ min: 0, max: 86_400_000 }), integer({ min: 1, max: 50 }), (offset, more) => {
        const before = milliOctetsBetween(flow, since, AT_16_05 + offset);
        expect(milliOctetsBetween(flow, since, AT_16_05 + offset + more)).toBeGreaterThanOrEqual(before);
      }),
    );
  });

  it('differs from port to port', () => {
    expect(makeFlow({ ...wish, key: 'b' }).waves).not.toEqual(makeFlow(wish).waves);
  });
});
