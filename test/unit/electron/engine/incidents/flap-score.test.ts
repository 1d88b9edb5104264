import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { NO_FLAPS, addState, flapPercent } from '../../../../../electron/engine/incidents/flap-score.ts';
import type { FlapStep } from '../../../../../electron/engine/incidents/flap-score.ts';

const play = (states: readonly string[]): FlapStep[] => {
  const steps: FlapStep[] = [];
  let ring = NO_FLAPS;
  for (const state of states) {
    const step = addState(ring, state);
    steps.push(step);
    ring = step.ring;
  }
  return steps;
};
const repeat = (state: string, count: number) => Array.from({ length: count }, () => state);
const alternate = (count: number) => Array.from({ length: count }, (_, i) => (i % 2 === 0 ? 'up' : 'down'));

describe('flap score as Nagios counts it', () => {
  test('a change at every sample is 100 %, none is 0', () => {
    expect(flapPercent(alternate(21))).toBeCloseTo(100, 10);
    expect(flapPercent(repeat('up', 21))).toBe(0);
  });

  test('the newest change weighs 1.25 of 20, the oldest 0.75', () => {
    expect(flapPercent([...repeat('up', 20), 'down'])).toBeCloseTo(6.25, 10);
    expect(flapPercent(['down', ...repeat('up', 20)])).toBeCloseTo(3.75, 10);
  });

  test('it starts at 30 % and stops at 10 %, with the final state', () => {
    const steps = play([...repeat('up', 21), ...alternate(8), ...repeat('down', 25)]);
    const changes = steps.filter((step) => step.change !== null);
    expect(changes.map((step) => step.change)).toEqual(['started', 'stopped']);
    expect(changes[0]?.ring.percent).toBeGreaterThanOrEqual(30);
    expect(changes[1]?.ring.percent).toBeLessThanOrEqual(10);
    expect(changes[1]?.finalState).toBe('down');
  });

  test('one outage with its recovery is no flapping', () => {
    expect(
      play([...repeat('up', 5), ...repeat('down', 3), ...repeat('up', 5)]).some((step) => step.ring.flapping),
    ).toBe(false);
  });

  test('property: it lies within 0 and 100, and always stops with the state it was in after enough quiet', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('up', 'down', 'testing'), { minLength: 1, maxLength: 80 }), (states) => {
        const last = states.at(-1) ?? 'up';
        const steps = play([...states, ...repeat(last, 21)]);
        for (const { ring } of steps) expect(ring.percent >= 0 && ring.percent <= 100).toBe(true);
        expect(steps.at(-1)?.ring.flapping).toBe(false);
        const ends = steps.filter((step) => step.change === 'stopped');
        expect(ends.length).toBe(steps.filter((step) => step.change === 'started').length);
        for (const end of ends) expect(end.finalState).not.toBeNull();
      }),
    );
  });
});
