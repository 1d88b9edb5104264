/** Several interfaces on one grid: what is read must be what a naive computation gives, at every resolution. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { InterfaceSampleRow } from '../../../electron/engine/store/rows.ts';
import { interfaceSample, START_MS, temporaryStore } from '../../helpers/store.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const DAYS = 2;

const naiveMean = (rows: readonly InterfaceSampleRow[], fromMs: number, stepMs: number): number | null => {
  const known = rows.flatMap((row) => (row.atMs >= fromMs && row.atMs < fromMs + stepMs ? (row.outBps ?? []) : []));
  return known.length === 0 ? null : known.reduce((sum, one) => sum + one, 0) / known.length;
};

/** Two interfaces whose devices are polled at moments of their own, with polls that failed. */
const polled = fc.record({
  shiftMs: fc.integer({ min: 0, max: 4 * MINUTE }),
  values: fc.array(fc.option(fc.integer({ min: 0, max: 1e10 }), { nil: null, freq: 8 }), {
    minLength: 5,
    maxLength: 40,
  }),
  missing: fc.uniqueArray(fc.integer({ min: 0, max: DAYS * 288 - 1 }), { maxLength: 300 }),
});

const rowsOf = (
  id: number,
  { shiftMs, values, missing }: { shiftMs: number; values: (number | null)[]; missing: number[] },
) => {
  const gone = new Set(missing);
  return Array.from({ length: DAYS * 288 }, (_, index) => index)
    .filter((index) => !gone.has(index))
    .map((index) =>
      interfaceSample(id, START_MS + index * 5 * MINUTE + shiftMs, { outBps: values[index % values.length] ?? null }),
    );
};

describe('a stack', () => {
  test('has all parts on one grid, each with the mean that its samples have', async () => {
    await using temporary = await temporaryStore(START_MS + DAYS * DAY + 10 * MINUTE);
    const { store } = temporary;
    let next = 1;
    await fc.assert(
      fc.asyncProperty(polled, polled, fc.constantFrom(40, 150, 600), async (a, b, maxPoints) => {
        const ids = [next, next + 1];
        next += 2;
        const rows = [rowsOf(ids[0] ?? 0, a), rowsOf(ids[1] ?? 0, b)];
        for (const part of rows) store.addInterfaceSamples(part);
        await store.finishRollUps();
        const range = { fromMs: START_MS, toMs: START_MS + DAYS * DAY, maxPoints };
        const stack = await store.readStack({ interfaceIds: ids, metrics: ['outBps'], ...range });
        expect(stack.atMs.length).toBeLessThanOrEqual(maxPoints);
        expect(stack.atMs.every((at) => at % stack.stepMs === 0)).toBe(true);
        stack.parts.forEach((part, index) => {
          expect(part.interfaceId).toBe(ids[index]);
          const means = part.means['outBps'] ?? [];
          expect(means).toHaveLength(stack.atMs.length);
          stack.atMs.forEach((at, point) => {
            const wanted = naiveMean(rows[index] ?? [], at, stack.stepMs);
            if (wanted === null) expect(means[point]).toBeNull();
            else expect(means[point]).toBeCloseTo(wanted, 3);
          });
        });
      }),
      { numRuns: 15 },
    );
  });

  test('has the 95th percentile of the sums, and none where a part was never measured', async () => {
    await using temporary = await temporaryStore(START_MS + DAY + 10 * MINUTE);
    const { store } = temporary;
    for (let index = 0; index < 288; index += 1) {
      const atMs = START_MS + index * 5 * MINUTE;
      // Their peaks never coincide: the percentile of the sum is less than the sum of the percentiles.
      store.addInterfaceSamples([
        interfaceSample(1, atMs, { outBps: index % 8 === 0 ? 100 : 10 }),
        interfaceSample(2, atMs, { outBps: index % 8 === 4 ? 100 : 10 }),
      ]);
    }
    await store.finishRollUps();
    const range = { fromMs: START_MS, toMs: START_MS + DAY, maxPoints: 100, metrics: ['outBps'] as const };
    expect((await store.readStack({ ...range, interfaceIds: [1, 2] })).p95['outBps']).toBe(110);
    expect((await store.readStack({ ...range, interfaceIds: [1, 3] })).p95['outBps']).toBeNull();
  });

  test('is read from hours where the samples and the five minutes were pruned', async () => {
    await using temporary = await temporaryStore(START_MS + 400 * DAY);
    const { store } = temporary;
    for (let index = 0; index < 288; index += 1) {
      store.addInterfaceSamples([1, 2].map((id) => interfaceSample(id, START_MS + index * 5 * MINUTE, { outBps: id })));
    }
    await store.finishRollUps();
    const kept = {
      sampleRetentionDays: 5,
      rollUp5mRetentionDays: 30,
      rollUp1hRetentionDays: 730,
      historyRetentionDays: 730,
    };
    await store.prune({ ...kept, nowMs: START_MS + 400 * DAY });
    const range = { fromMs: START_MS, toMs: START_MS + DAY, maxPoints: 600, metrics: ['outBps'] as const };
    const { resolution, parts, p95 } = await store.readStack({ ...range, interfaceIds: [1, 2] });
    expect(resolution).toBe('1h');
    expect(parts.map(({ means }) => new Set(means['outBps']))).toEqual([new Set([1]), new Set([2])]);
    expect(p95['outBps']).toBeNull();
  });
});
