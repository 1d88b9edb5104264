import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { detectRestart } from '../../../../../electron/engine/rates/detect-restart.ts';
import type { UptimeMark } from '../../../../../electron/engine/rates/detect-restart.ts';

const mark = (change: Partial<UptimeMark>): UptimeMark => ({
  monotonicMs: 0,
  uptimeHundredths: 0,
  engineBoots: null,
  engineTimeS: null,
  ...change,
});
const WRAP = 2 ** 32;

describe('sysUpTime', () => {
  test('that grew by the time that passed is running', () => {
    expect(
      detectRestart(mark({ uptimeHundredths: 500 }), mark({ monotonicMs: 60_000, uptimeHundredths: 6_500 })).kind,
    ).toBe('running');
  });

  test('that fell is a restart', () => {
    const verdict = detectRestart(
      mark({ uptimeHundredths: 900_000 }),
      mark({ monotonicMs: 60_000, uptimeHundredths: 300 }),
    );
    expect(verdict).toMatchObject({ kind: 'restarted', agoMs: 3_000 });
  });

  test('that fell after 497 days is a wrap', () => {
    const verdict = detectRestart(
      mark({ uptimeHundredths: WRAP - 1_000 }),
      mark({ monotonicMs: 60_000, uptimeHundredths: 5_000 }),
    );
    expect(verdict.kind).toBe('wrapped');
  });

  test('near 2^32 that lands elsewhere than a wrap would is a restart', () => {
    const verdict = detectRestart(
      mark({ uptimeHundredths: WRAP - 1_000 }),
      mark({ monotonicMs: 600_000, uptimeHundredths: 200 }),
    );
    expect(verdict.kind).toBe('restarted');
  });

  test('near 2^32 with more boots is a restart', () => {
    const before = mark({ uptimeHundredths: WRAP - 1_000, engineBoots: 4, engineTimeS: 9 });
    const now = mark({ monotonicMs: 60_000, uptimeHundredths: 5_000, engineBoots: 5, engineTimeS: 3 });
    expect(detectRestart(before, now).kind).toBe('restarted');
  });

  test('that fell while the engine went on with the same boots is no restart', () => {
    const before = mark({ uptimeHundredths: 900_000, engineBoots: 4, engineTimeS: 1_000 });
    const now = mark({ monotonicMs: 60_000, uptimeHundredths: 10, engineBoots: 4, engineTimeS: 1_060 });
    expect(detectRestart(before, now).kind).toBe('wrapped');
  });

  test('of an agent that restarts twice within seconds is caught by its boots', () => {
    const before = mark({ uptimeHundredths: 300, engineBoots: 4 });
    const now = mark({ monotonicMs: 10_000, uptimeHundredths: 400, engineBoots: 5 });
    expect(detectRestart(before, now).kind).toBe('restarted');
  });

  test('that is not told decides nothing', () => {
    expect(detectRestart(null, mark({})).kind).toBe('unknown');
    expect(detectRestart(mark({ uptimeHundredths: null }), mark({})).kind).toBe('unknown');
  });

  test('property: a running agent is never called restarted, wherever its uptime stands', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: WRAP - 1 }),
        fc.integer({ min: 1, max: 3_600_000 }),
        fc.integer({ min: -900, max: 900 }),
        (uptime, ms, jitter) => {
          const now = Math.max(0, (uptime + ms / 10 + jitter) % WRAP);
          const verdict = detectRestart(
            mark({ uptimeHundredths: uptime }),
            mark({ monotonicMs: ms, uptimeHundredths: now }),
          );
          expect(verdict.kind).not.toBe('restarted');
        },
      ),
    );
  });
});
