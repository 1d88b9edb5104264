import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { standardSettings } from '../../../shared/contract/settings.ts';
import type { InterfaceSampleRow } from '../../../electron/engine/store/rows.ts';
import type { Store } from '../../../electron/engine/store/open-store.ts';
import { deviceSample, interfaceSample, START_MS, temporaryStore } from '../../helpers/store.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

interface Bucket {
  readonly atMs: number;
  readonly mean: number | null;
  readonly min: number | null;
  readonly max: number | null;
}

/** What a graph of steps must show, computed apart from the store and as simply as can be. */
const naive = (rows: readonly InterfaceSampleRow[], fromMs: number, toMs: number, stepMs: number): Bucket[] => {
  const buckets: Bucket[] = [];
  for (let atMs = fromMs - (fromMs % stepMs); atMs < toMs; atMs += stepMs) {
    const known = rows.flatMap((row) => (row.atMs >= atMs && row.atMs < atMs + stepMs ? (row.inBps ?? []) : []));
    const sum = known.reduce((total, value) => total + value, 0);
    buckets.push({
      atMs,
      mean: known.length > 0 ? sum / known.length : null,
      min: known.length > 0 ? Math.min(...known) : null,
      max: known.length > 0 ? Math.max(...known) : null,
    });
  }
  return buckets;
};

const graph = async (store: Store, id: number, toMs: number, stepMs: number): Promise<Bucket[]> => {
  const maxPoints = (toMs - START_MS) / stepMs + 1;
  const query = { interfaceIds: [id], metrics: ['inBps' as const], fromMs: START_MS, toMs, maxPoints };
  const series = (await store.readInterfaceSeries(query)).get(id);
  const column = series?.columns['inBps'];
  return (series?.atMs ?? []).map((atMs, index) => ({
    atMs,
    mean: column?.mean[index] ?? null,
    min: column?.min[index] ?? null,
    max: column?.max[index] ?? null,
  }));
};

/** Minutes at which a poll succeeded within three days, most of them, with a value or unknown. */
const polls = fc.record({
  values: fc.array(fc.option(fc.integer({ min: 0, max: 1e11 }), { nil: null, freq: 8 }), {
    minLength: 20,
    maxLength: 60,
  }),
  missing: fc.uniqueArray(fc.integer({ min: 0, max: 3 * 288 - 1 }), { maxLength: 400 }),
  late: fc.uniqueArray(fc.integer({ min: 0, max: 3 * 288 - 1 }), { maxLength: 30 }),
});

describe('roll-ups', () => {
  test('graphs of 5 minutes, hours and days are what a naive computation gives, late samples included', async () => {
    await using temporary = await temporaryStore(START_MS + 3 * DAY + 5 * MINUTE);
    const { store } = temporary;
    let id = 0;
    const property = fc.asyncProperty(polls, async ({ values, missing, late }) => {
      id += 1;
      const minutes = Array.from({ length: 3 * 288 }, (_, index) => index).filter((index) => !missing.includes(index));
      const rows = minutes.map((index) =>
        interfaceSample(id, START_MS + index * 5 * MINUTE + 7000, { inBps: values[index % values.length] ?? null }),
      );
      const isLate = (row: InterfaceSampleRow): boolean => late.includes((row.atMs - 7000 - START_MS) / (5 * MINUTE));
      store.addInterfaceSamples(rows.filter((row) => !isLate(row)));
      await store.finishRollUps();
      store.addInterfaceSamples(rows.filter(isLate));
      await store.finishRollUps();
      for (const step of [5 * MINUTE, HOUR, DAY]) {
        expect(await graph(store, id, START_MS + 3 * DAY, step)).toEqual(
          naive(rows, START_MS, START_MS + 3 * DAY, step),
        );
      }
    });
    await fc.assert(property, { numRuns: 12 });
  });

  test('the open hours of now are part of every graph', async () => {
    await using temporary = await temporaryStore(START_MS + DAY + 90 * MINUTE);
    const { store } = temporary;
    const rows = Array.from({ length: 1440 + 90 }, (_, minute) =>
      interfaceSample(1, START_MS + minute * MINUTE, { inBps: minute }),
    );
    store.addInterfaceSamples(rows);
    await store.finishRollUps();
    for (const step of [5 * MINUTE, HOUR, DAY]) {
      const toMs = START_MS + DAY + 90 * MINUTE;
      expect(await graph(store, 1, toMs, step)).toEqual(naive(rows, START_MS, toMs, step));
    }
  });

  test('rolling up twice changes nothing', async () => {
    await using temporary = await temporaryStore(START_MS + DAY + 5 * MINUTE);
    const { store } = temporary;
    const rows = Array.from({ length: 1440 }, (_, minute) =>
      interfaceSample(1, START_MS + minute * MINUTE, { inBps: minute }),
    );
    store.addInterfaceSamples(rows);
    await store.finishRollUps();
    store.addInterfaceSamples(rows);
    await store.finishRollUps();
    expect(await graph(store, 1, START_MS + DAY, HOUR)).toEqual(naive(rows, START_MS, START_MS + DAY, HOUR));
  });

  test('a late sample can be seen before it is merged', async () => {
    await using temporary = await temporaryStore(START_MS + 3 * HOUR);
    const { store } = temporary;
    store.addInterfaceSamples([interfaceSample(1, START_MS, { inBps: 1 })]);
    await store.finishRollUps();
    store.addInterfaceSamples([interfaceSample(1, START_MS + MINUTE, { inBps: 2 })]);
    await store.flush();
    const query = { interfaceIds: [1], metrics: ['inBps' as const], fromMs: START_MS, toMs: START_MS + HOUR };
    const series = (await store.readInterfaceSeries({ ...query, maxPoints: 4000 })).get(1);
    expect(series?.columns['inBps']?.mean).toEqual([1, 2]);
  });

  test('several polls of a device at one moment make one sample', async () => {
    await using temporary = await temporaryStore();
    const { store } = temporary;
    for (const atMs of [START_MS, START_MS + MINUTE, START_MS + 2 * MINUTE]) {
      store.addDeviceSamples([deviceSample(1, atMs, { rttAvg: 1.25, loss: 0 })]);
      store.addDeviceSamples([deviceSample(1, atMs, { cpu: 42.5 })]);
    }
    await store.flush();
    const range = { fromMs: START_MS, toMs: START_MS + HOUR, maxPoints: 100 };
    const rtt = (await store.readDeviceSeries({ ...range, deviceIds: [1], metrics: ['rttAvg', 'loss'] })).get(1);
    const cpu = (await store.readDeviceSeries({ ...range, deviceIds: [1], metrics: ['cpu'] })).get(1);
    expect(rtt?.columns['rttAvg']?.mean).toEqual([1.25, 1.25, 1.25]);
    expect(cpu?.columns['cpu']?.mean).toEqual([42.5, 42.5, 42.5]);
  });
});

describe('graphs', () => {
  const fill = async (store: Store, minutes: (minute: number) => boolean): Promise<void> => {
    const kept = Array.from({ length: 180 }, (_, minute) => minute).filter(minutes);
    store.addInterfaceSamples(kept.map((minute) => interfaceSample(1, START_MS + minute * MINUTE, { inBps: 1 })));
    await store.finishRollUps();
  };
  const query = { interfaceIds: [1], metrics: ['inBps' as const], fromMs: START_MS, toMs: START_MS + 3 * HOUR };

  test('a missed poll is a gap at every resolution, and a regular poll never is', async () => {
    await using temporary = await temporaryStore(START_MS + 3 * HOUR + 5 * MINUTE);
    await fill(temporary.store, (minute) => minute < 60 || minute >= 75);
    for (const maxPoints of [4000, 181, 100, 40, 20]) {
      const series = (await temporary.store.readInterfaceSeries({ ...query, maxPoints })).get(1);
      const nulls = (series?.atMs ?? []).filter((_, index) => series?.columns['inBps']?.mean[index] === null);
      expect(nulls.length, `${maxPoints} points`).toBeGreaterThan(0);
      for (const atMs of nulls) {
        expect(atMs).toBeGreaterThanOrEqual(START_MS + 60 * MINUTE);
        expect(atMs).toBeLessThan(START_MS + 75 * MINUTE);
      }
      expect(series?.atMs.length).toBeLessThanOrEqual(maxPoints);
    }
  });

  test('pruned samples live on in the roll-ups', async () => {
    await using temporary = await temporaryStore(START_MS + 10 * DAY);
    const { store } = temporary;
    await fill(store, () => true);
    const removed = await store.prune({ ...standardSettings, sampleRetentionDays: 5, nowMs: START_MS + 10 * DAY });
    expect(removed).toEqual({ removed: 3 });
    const series = (await store.readInterfaceSeries({ ...query, maxPoints: 4000 })).get(1);
    expect(series?.resolution).toBe('5m');
    expect(series?.columns['inBps']?.mean).toEqual(Array.from({ length: 36 }, () => 1));
    store.addInterfaceSamples([interfaceSample(1, START_MS, { inBps: 1e9 })]);
    await store.finishRollUps();
    expect((await store.readInterfaceSeries({ ...query, maxPoints: 4000 })).get(1)).toEqual(series);
    expect(temporary.log.lines.join()).toContain('samples older than the retention were left out');
  });

  test('sparklines answer in the order asked for, also for an interface without samples', async () => {
    await using temporary = await temporaryStore(START_MS + 3 * HOUR);
    await fill(temporary.store, () => true);
    const range = { fromMs: START_MS, toMs: START_MS + HOUR, maxPoints: 30 };
    const lines = await temporary.store.readSparklines({ ...range, interfaceIds: [7, 1] });
    expect(lines.map((line) => line.interfaceId)).toEqual([7, 1]);
    expect(lines[1]?.inBps.every((value) => value === 1)).toBe(true);
  });
});
