/** What is read for whoever takes over: changes counted, incidents by the hour, and what a shift leaves behind. */
import { describe, expect, test } from 'vitest';
import type { IncidentRow } from '../../../electron/engine/store/rows.ts';
import type { Store } from '../../../electron/engine/store/store.ts';
import { deviceRow, START_MS, temporaryStore } from '../../helpers/store.ts';

const HOUR = 3_600_000;

const incident = (id: number, openedAtMs: number, change: Partial<IncidentRow> = {}): IncidentRow => ({
  id,
  kind: 'device-down',
  severity: 'critical',
  title: `incident ${id}`,
  deviceId: 1,
  interfaceId: null,
  linkId: null,
  site: null,
  affected: '[]',
  openedAtMs,
  closedAtMs: null,
  acknowledgedAtMs: null,
  acknowledgedBy: null,
  sensorId: null,
  cause: null,
  causeText: null,
  causeBy: null,
  causeAtMs: null,
  ...change,
});

const putEvents = (store: Store, kind: string, count: number, fromMs: number): void =>
  store.put(
    'events',
    Array.from({ length: count }, (_, index) => ({
      id: store.nextId('events'),
      atMs: fromMs + index,
      kind,
      deviceId: null,
      interfaceId: null,
      incidentId: null,
      text: `${kind} ${index}`,
    })),
  );

describe('changes', () => {
  test('are counted whole, however few rows are wanted', async () => {
    await using temporary = await temporaryStore();
    const { store } = temporary;
    putEvents(store, 'link.found', 300, START_MS);
    putEvents(store, 'link.gone', 2, START_MS + 1000);
    putEvents(store, 'incident.opened', 5, START_MS + 2000);
    putEvents(store, 'link.gone', 1, START_MS + HOUR);
    const range = { fromMs: START_MS, toMs: START_MS + HOUR, kinds: ['link.found', 'link.gone', 'device.found'] };
    const all = await store.readChanges({ ...range, limit: 3 });
    expect(all.counts).toEqual({ 'link.found': 300, 'link.gone': 2, 'device.found': 0 });
    expect(all.rows.map(({ text }) => text)).toEqual(['link.gone 1', 'link.gone 0', 'link.found 299']);
    const gone = await store.readChanges({ ...range, only: 'link.gone', limit: 9 });
    expect(gone.counts).toEqual(all.counts);
    expect(gone.rows.map(({ kind }) => kind)).toEqual(['link.gone', 'link.gone']);
  });
});

describe('the trend of incidents', () => {
  test('counts openings between the edges, by severity, an edge belonging to what it begins', async () => {
    await using temporary = await temporaryStore();
    const { store } = temporary;
    store.put('devices', [deviceRow(1)]);
    store.put('incidents', [
      incident(1, START_MS - 1),
      incident(2, START_MS),
      incident(3, START_MS + HOUR - 1, { severity: 'minor', closedAtMs: START_MS + 9 * HOUR }),
      incident(4, START_MS + HOUR, { severity: 'info' }),
      incident(5, START_MS + 2 * HOUR),
    ]);
    const none = { critical: 0, major: 0, minor: 0, info: 0 };
    expect(await store.readTrend([START_MS, START_MS + HOUR, START_MS + 2 * HOUR])).toEqual([
      { fromMs: START_MS, toMs: START_MS + HOUR, ...none, critical: 1, minor: 1 },
      { fromMs: START_MS + HOUR, toMs: START_MS + 2 * HOUR, ...none, info: 1 },
    ]);
  });
});

describe('a hand-over', () => {
  const shift = { fromMs: START_MS, toMs: START_MS + 8 * HOUR };

  test('holds what was open in the shift and what was noted on in it, each with all its notes', async () => {
    await using temporary = await temporaryStore();
    const { store } = temporary;
    store.put('devices', [deviceRow(1)]);
    store.put('incidents', [
      incident(1, START_MS - 90 * 24 * HOUR),
      incident(2, START_MS - 3 * HOUR, { closedAtMs: START_MS - HOUR }),
      incident(3, START_MS - 3 * HOUR, { closedAtMs: START_MS - HOUR }),
      incident(4, START_MS + HOUR, { closedAtMs: START_MS + 2 * HOUR }),
    ]);
    store.put('incidentNotes', [
      { id: 1, incidentId: 1, atMs: START_MS - 80 * 24 * HOUR, author: 'Ada', text: 'spare ordered' },
      { id: 2, incidentId: 1, atMs: START_MS + HOUR, author: 'Bo', text: 'spare came' },
      { id: 3, incidentId: 3, atMs: START_MS + 2 * HOUR, author: 'Bo', text: 'it was the fuse' },
    ]);
    const found = await store.readHandover({ ...shift, limit: 10 });
    expect(found.incidents.map(({ id }) => id)).toEqual([4, 3, 1]);
    expect(found.more).toBe(false);
    expect(found.notes.map(({ text }) => text)).toEqual(['spare ordered', 'spare came', 'it was the fuse']);
    const cut = await store.readHandover({ ...shift, limit: 2 });
    expect(cut).toMatchObject({ more: true, incidents: [{ id: 4 }, { id: 3 }] });
  });

  test('knows who came out of maintenance in the shift, and not before it', async () => {
    await using temporary = await temporaryStore();
    const { store } = temporary;
    store.put('devices', [deviceRow(1)]);
    const row = { subject: 'device' as const, subjectId: 1, because: null };
    store.put('states', [
      { ...row, id: 1, state: 'maintenance', fromMs: START_MS - 2 * HOUR, toMs: START_MS - HOUR },
      { ...row, id: 2, state: 'up', fromMs: START_MS - HOUR, toMs: START_MS + HOUR },
      { ...row, id: 3, state: 'maintenance', fromMs: START_MS + HOUR, toMs: START_MS + 2 * HOUR },
      { ...row, id: 4, state: 'up', fromMs: START_MS + 2 * HOUR, toMs: null },
    ]);
    const found = await store.readHandover({ ...shift, limit: 10 });
    expect(found.endedMaintenance.map(({ id }) => id)).toEqual([3]);
  });
});
