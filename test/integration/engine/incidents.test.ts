/** What people do with incidents, and moments of the past, asked of a running engine as the page asks. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStore } from '../../../electron/engine/store/open-store.ts';
import type { IncidentRow } from '../../../electron/engine/store/rows.ts';
import { deviceRow, keptLog, setClock } from '../../helpers/store.ts';
import { temporaryFolder, type TemporaryFolder } from '../../helpers/temporary-folder.ts';
import { startTestEngine, type TestEngine } from './test-engine.ts';

const DAY = 86_400_000;
const nowMs = Date.now();

const incident = (id: number, change: Partial<IncidentRow> = {}): IncidentRow => ({
  id,
  kind: 'restarted',
  severity: 'info',
  title: `r1 restarted, ${id}`,
  deviceId: 1,
  interfaceId: null,
  linkId: null,
  site: 'Depot',
  affected: '[]',
  openedAtMs: nowMs - DAY,
  closedAtMs: nowMs - DAY + 1000,
  acknowledgedAtMs: null,
  acknowledgedBy: null,
  sensorId: null,
  cause: null,
  causeText: null,
  causeBy: null,
  causeAtMs: null,
  ...change,
});

/** Closed so long ago that the engine does not keep it in memory. */
const OLD = { openedAtMs: nowMs - 40 * DAY, closedAtMs: nowMs - 40 * DAY + 1000 };

describe('incidents and moments', () => {
  let folder: TemporaryFolder;
  let test: TestEngine;
  beforeAll(async () => {
    folder = await temporaryFolder('incidents');
    const file = folder.file('net.trunkline');
    const store = await openStore({ file, clock: setClock(nowMs), log: keptLog(), version: 'test' });
    store.put('devices', [deviceRow(1, { givenName: 'r1', addedAtMs: nowMs - 50 * DAY })]);
    store.put('incidents', [
      incident(1, { acknowledgedAtMs: 5, acknowledgedBy: 'A. Berg' }),
      incident(2),
      incident(3, OLD),
    ]);
    const state = { subject: 'device' as const, subjectId: 1, because: null };
    store.put('states', [
      { ...state, id: 1, state: 'up', fromMs: nowMs - 50 * DAY, toMs: nowMs - 2 * DAY },
      { ...state, id: 2, state: 'down', fromMs: nowMs - 2 * DAY, toMs: nowMs - DAY },
      { ...state, id: 3, state: 'up', fromMs: nowMs - DAY, toMs: null },
    ]);
    store.put('watches', [
      { id: 1, fromMs: nowMs - 50 * DAY, toMs: nowMs - 10 * DAY },
      { id: 2, fromMs: nowMs - 3 * DAY, toMs: nowMs - 1000 },
    ]);
    await store.close();
    test = await startTestEngine({ file });
  });
  afterAll(async () => {
    await test[Symbol.asyncDispose]();
    await folder.remove();
  });
  const read = async (incidentId: number) => (await test.client.call('incident.read', { incidentId })).incident;

  it('acknowledges several at once, leaves the first owner, and reaches those that closed long ago', async () => {
    await test.client.call('incident.acknowledge', { incidentIds: [1, 2, 3], by: 'M. Lind' });
    const owners = await Promise.all([1, 2, 3].map(async (id) => (await read(id)).acknowledgedBy));
    expect(owners).toEqual(['A. Berg', 'M. Lind', 'M. Lind']);
    // One that closed long ago does not come back into the topic.
    expect([...test.engine.context.network.incidentItems.all()].map(({ id }) => id).toSorted((a, b) => a - b)).toEqual([
      1, 2,
    ]);
    await test.client.call('incident.unacknowledge', { incidentIds: [2, 3] });
    expect((await read(3)).acknowledgedBy).toBeNull();
  });

  it('assigns a cause with author and time, changes it, takes it back, and keeps each as an event', async () => {
    const { client } = test;
    await client.call('incident.assign-cause', { incidentIds: [2, 3], cause: 'power', text: 'mains', by: 'M. Lind' });
    for (const id of [2, 3])
      expect((await read(id)).cause).toMatchObject({ cause: 'power', text: 'mains', by: 'M. Lind' });
    await client.call('incident.assign-cause', { incidentIds: [2], cause: 'unknown', by: 'A. Berg' });
    expect((await read(2)).cause).toMatchObject({ cause: 'unknown', text: null, by: 'A. Berg' });
    await client.call('incident.assign-cause', { incidentIds: [2], cause: null, by: 'A. Berg' });
    expect((await read(2)).cause).toBeNull();
    const kinds = ['incident.cause'];
    const events = await client.call('event.list', { fromMs: nowMs - 1000, toMs: Date.now() + 1000, kinds });
    expect(events.map(({ text }) => text)).toEqual([
      'r1 restarted, 2: A. Berg took the cause back',
      'r1 restarted, 2: A. Berg found the cause: Unknown',
      'r1 restarted, 3: M. Lind found the cause: Power (mains)',
      'r1 restarted, 2: M. Lind found the cause: Power (mains)',
    ]);
  });

  it('changes none where one of them does not exist, and says which', async () => {
    const { client } = test;
    const refused = client.call('incident.acknowledge', { incidentIds: [2, 99], by: 'M. Lind' });
    await expect(refused).rejects.toMatchObject({
      code: 'not-found',
      message: 'There is no incident 99 in this network file.',
    });
    expect((await read(2)).acknowledgedBy).toBeNull();
    const wrong = client.call('incident.assign-cause', { incidentIds: [2], cause: 'gremlins' as 'power', by: 'x' });
    await expect(wrong).rejects.toMatchObject({ code: 'bad-argument', path: 'cause' });
  });

  it('notes several at once', async () => {
    const { client } = test;
    const { noteIds } = await client.call('incident.note', {
      incidentIds: [2, 3],
      author: 'M. Lind',
      text: 'same cable',
    });
    expect(new Set(noteIds).size).toBe(2);
    const { notes, incident: noted } = await client.call('incident.read', { incidentId: 3 });
    expect(notes).toMatchObject([{ author: 'M. Lind', text: 'same cable' }]);
    expect([noted.notes, (await read(2)).notes]).toEqual([1, 1]);
  });

  it('tells a moment of the past, what nobody watched, and nothing of the future', async () => {
    const { client } = test;
    const at = async (atMs: number) => {
      const { coverage, devices, gap } = await client.call('moment.read', { atMs });
      return { coverage, gap, state: devices[0]?.state };
    };
    expect(await at(nowMs - 1.5 * DAY)).toEqual({ coverage: 'watched', gap: null, state: 'down' });
    expect(await at(nowMs - 20 * DAY)).toMatchObject({ coverage: 'watched', state: 'up' });
    expect(await at(nowMs - 5 * DAY)).toEqual({
      coverage: 'no-data',
      gap: { fromMs: nowMs - 10 * DAY, toMs: nowMs - 3 * DAY },
      state: 'unknown',
    });
    expect(await at(nowMs - 60 * DAY)).toEqual({ coverage: 'unrecorded', gap: null, state: undefined });
    await expect(at(Date.now() + DAY)).rejects.toMatchObject({ code: 'bad-argument', path: 'atMs' });
    const ports = client.call('moment.read-ports', { atMs: nowMs - DAY, deviceId: 99 });
    await expect(ports).rejects.toMatchObject({ code: 'not-found' });
  });
});
