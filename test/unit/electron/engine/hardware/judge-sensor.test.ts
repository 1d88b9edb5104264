import { describe, expect, test } from 'vitest';
import { array, assert, double, property } from 'fast-check';
import type { Health, SensorLimits } from '../../../../../shared/model/hardware.ts';
import { judgeSensor } from '../../../../../electron/engine/hardware/judge-sensor.ts';
import type { SensorSeen } from '../../../../../electron/engine/hardware/judge-sensor.ts';

const LIMITS: SensorLimits = { lowCritical: 0, lowWarning: 5, highWarning: 55, highCritical: 65 };
const seen = (value: number | null, more: Partial<SensorSeen> = {}): SensorSeen => ({
  value,
  unit: '°C',
  health: null,
  word: null,
  limits: LIMITS,
  dark: false,
  regular: true,
  ...more,
});

/** States after each of the values. */
const play = (values: readonly number[], start: Health = 'ok', limits: SensorLimits = LIMITS): Health[] => {
  let verdict = { health: start, beyond: 0 };
  return values.map((value) => {
    verdict = judgeSensor(seen(value, { limits }), verdict.health, verdict.beyond);
    return verdict.health;
  });
};

describe('a sensor with limits', () => {
  test('is at fault after two readings beyond one, and says which', () => {
    expect(play([40, 56, 40, 56, 57, 70, 71])).toEqual(['ok', 'ok', 'ok', 'ok', 'warning', 'warning', 'critical']);
    expect(judgeSensor(seen(66), 'ok', 1)).toMatchObject({
      health: 'critical',
      because: 'above the critical limit of 65 °C',
    });
    expect(judgeSensor(seen(4), 'ok', 1).because).toBe('below the warning limit of 5 °C');
  });

  test('is not believed twice of one moment: the slow tables are read beside the regular poll', () => {
    expect(judgeSensor(seen(70, { regular: false }), 'ok', 1)).toMatchObject({ health: 'ok', beyond: 1 });
  });

  test('does not flap at a limit: it is back only when it is inside by a margin', () => {
    // 2 % of the 50 degrees between the warnings is one degree.
    expect(play([56, 56, 54.9, 55.1, 54.5, 53.9])).toEqual(['ok', 'warning', 'warning', 'warning', 'warning', 'ok']);
  });

  test('that swings inside the margin changes its state at most once', () => {
    const near = array(double({ min: 54.05, max: 55.9, noNaN: true }), { minLength: 2, maxLength: 60 });
    assert(
      property(near, (values) => {
        const states = play(values);
        const changes = states.filter((state, at) => at > 0 && state !== states[at - 1]).length;
        expect(changes).toBeLessThanOrEqual(1);
      }),
    );
  });

  test('on one side only has a margin of the limit itself', () => {
    const rx = { lowCritical: -14, lowWarning: null, highWarning: null, highCritical: null };
    expect(play([-15, -15, -13.9, -13.5], 'ok', rx)).toEqual(['ok', 'critical', 'critical', 'ok']);
  });
});

describe('without limits', () => {
  test('the state is unknown, and never invented', () => {
    expect(judgeSensor(seen(4000, { limits: null }), 'ok', 0)).toMatchObject({
      health: 'unknown',
      because: 'the device tells neither a state nor limits',
    });
    expect(judgeSensor(seen(null, { word: 'nonoperational' }), 'ok', 0)).toMatchObject({
      health: 'unknown',
      because: 'the device says nonoperational',
    });
  });
});

test("the device's own word comes before any limit, and counts at once", () => {
  expect(judgeSensor(seen(99, { health: 'ok', word: 'normal' }), 'unknown', 0).health).toBe('ok');
  expect(judgeSensor(seen(20, { health: 'failed', word: 'notFunctioning' }), 'ok', 0)).toEqual({
    health: 'failed',
    because: 'the device says notFunctioning',
    beyond: 0,
  });
});

test('light on a port without a link is not judged', () => {
  expect(judgeSensor(seen(-40, { dark: true }), 'critical', 0).health).toBe('unknown');
});
