/** What the space of a network file goes to, what leaves it when it is old, and how it gets smaller. */
import { statSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { compactFile, measureFile } from '../../../electron/engine/store/open-store.ts';
import { standardSettings } from '../../../shared/contract/settings.ts';
import { deviceRow, interfaceRow, interfaceSample, START_MS, temporaryStore } from '../../helpers/store.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const NOW = START_MS + 40 * DAY;

const event = (id: number, atMs: number) => ({
  id,
  atMs,
  kind: 'device.restarted',
  deviceId: 1,
  interfaceId: null,
  incidentId: null,
  text: `event ${id}`,
});

describe('the space of a network file', () => {
  test('is told by part, with what a day takes', async () => {
    await using temporary = await temporaryStore(START_MS + 3 * DAY);
    const { store, file } = temporary;
    store.put('devices', [deviceRow(1)]);
    const ids = Array.from({ length: 40 }, (_, at) => at + 1);
    store.put(
      'interfaces',
      ids.map((id) => interfaceRow(id, 1)),
    );
    for (let atMs = START_MS; atMs < START_MS + 3 * DAY; atMs += 5 * 60_000) {
      store.addInterfaceSamples(ids.map((id) => interfaceSample(id, atMs, { inBps: (id * atMs) % 1e9 })));
    }
    await store.finishRollUps();
    const use = await measureFile(file, START_MS + 3 * DAY);
    const part = (id: string) => use.parts.find((one) => one.id === id);
    const steps = part('fiveMinutes');
    expect(steps?.bytes).toBeGreaterThan(40 * 3 * 288 * 10);
    expect(steps?.bytesPerDay ?? 0).toBeGreaterThan((steps?.bytes ?? 0) * 0.3);
    expect(steps?.bytesPerDay ?? 0).toBeLessThan((steps?.bytes ?? 0) * 0.37);
    const total = use.parts.reduce((sum, one) => sum + one.bytes, 0);
    expect(total).toBeLessThanOrEqual(use.fileBytes + 16 * 1024 * 1024);
    expect(use.freeBytes).toBeGreaterThan(0);
  });

  test('does not tell growth of a file that is too young for it', async () => {
    await using temporary = await temporaryStore(START_MS + 2 * HOUR);
    const { store, file } = temporary;
    store.put('devices', [deviceRow(1)]);
    const rows = Array.from({ length: 5000 }, (_, at) => event(at + 1, START_MS + at));
    store.put('events', rows);
    await store.flush();
    const use = await measureFile(file, START_MS + 2 * HOUR);
    expect(use.parts.find((one) => one.id === 'history')).toMatchObject({ bytesPerDay: null });
  });

  test('what ended before the retention of history leaves it, what has not ended stays', async () => {
    await using temporary = await temporaryStore(NOW);
    const { store } = temporary;
    store.put('devices', [deviceRow(1)]);
    store.put('events', [event(1, START_MS), event(2, NOW - DAY)]);
    const state = { subject: 'device', subjectId: 1, state: 'down', because: null } as const;
    store.put('states', [
      { ...state, id: 1, fromMs: START_MS, toMs: START_MS + HOUR },
      { ...state, id: 2, fromMs: START_MS + HOUR, toMs: null },
    ]);
    const { removed } = await store.prune({ ...standardSettings, historyRetentionDays: 30, nowMs: NOW });
    expect(removed).toBe(2);
    const range = { fromMs: 0, toMs: NOW + DAY };
    expect((await store.readEvents({ ...range, limit: 10 })).map(({ id }) => id)).toEqual([2]);
    expect((await store.readStates(range)).map(({ id }) => id)).toEqual([2]);
  });

  test('comes back to the disk when the file is compacted, and not while an engine has it open', async () => {
    await using temporary = await temporaryStore(NOW);
    const { store, file } = temporary;
    store.put('devices', [deviceRow(1)]);
    store.put(
      'events',
      Array.from({ length: 50_000 }, (_, at) => event(at + 1, START_MS)),
    );
    await store.prune({ ...standardSettings, historyRetentionDays: 30, nowMs: NOW });
    await expect(compactFile(file, { version: 'test', nowMs: NOW })).rejects.toThrow(/open/);
    await store.close();
    const { beforeBytes, afterBytes } = await compactFile(file, { version: 'test', nowMs: NOW });
    expect(beforeBytes).toBeGreaterThan(2_000_000);
    expect(afterBytes).toBeLessThan(beforeBytes / 3);
    expect(statSync(file).size).toBe(afterBytes);
  });
});
