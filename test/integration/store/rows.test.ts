import { describe, expect, test } from 'vitest';
import { openStore, openStoreReadOnly } from '../../../electron/engine/store/open-store.ts';
import type { IncidentRow, StateRow } from '../../../electron/engine/store/rows.ts';
import {
  deviceRow,
  deviceSample,
  interfaceRow,
  interfaceSample,
  START_MS,
  temporaryStore,
} from '../../helpers/store.ts';

const state = (id: number, change: Partial<StateRow> = {}): StateRow => ({
  id,
  subject: 'device',
  subjectId: 1,
  state: 'up',
  because: null,
  fromMs: START_MS,
  toMs: null,
  ...change,
});

const incident = (id: number, change: Partial<IncidentRow> = {}): IncidentRow => ({
  id,
  kind: 'device-down',
  severity: 'critical',
  title: 'r1 is down',
  deviceId: 1,
  interfaceId: null,
  linkId: null,
  sensorId: null,
  site: null,
  affected: '[]',
  openedAtMs: START_MS,
  closedAtMs: null,
  acknowledgedAtMs: null,
  acknowledgedBy: null,
  cause: null,
  causeText: null,
  causeBy: null,
  causeAtMs: null,
  ...change,
});

const DAY = 86_400_000;

describe('rows', () => {
  test('what was put is loaded again, by another opening too', async () => {
    await using temporary = await temporaryStore();
    const { store, file, clock, log } = temporary;
    const device = deviceRow(1, { sysName: 'r1', kindPinned: true });
    store.put('devices', [device]);
    store.put('interfaces', [interfaceRow(1, 1), interfaceRow(2, 1, { removedAtMs: START_MS })]);
    store.put('credentials', [
      { id: 1, name: 'c', kind: 'snmp-community', summary: 'SNMP v2c', sealed: Uint8Array.of(0, 255), rank: 1 },
    ]);
    const facts = { processors: [], memory: [], storage: [], sensors: [], ssh: { uptime: '1 day' } };
    store.put('facts', [{ id: 1, atMs: START_MS, facts }]);
    store.put('devices', [{ ...device, site: 'Lab' }]);
    const loaded = await store.load();
    expect(loaded.devices).toEqual([{ ...device, site: 'Lab' }]);
    expect(loaded.interfaces).toHaveLength(2);
    expect(loaded.credentials[0]?.sealed).toEqual(Uint8Array.of(0, 255));
    expect(loaded.facts[0]?.facts).toEqual(facts);
    const beside = await openStoreReadOnly({ file, clock, log, version: '1.2.3' });
    expect(await beside.load()).toEqual(loaded);
    await beside.close();
  });

  test('only what is current is loaded of states, links and incidents', async () => {
    await using temporary = await temporaryStore(START_MS + 30 * DAY);
    const { store } = temporary;
    store.put('devices', [deviceRow(1)]);
    store.put('states', [state(1, { toMs: START_MS + 5 }), state(2, { fromMs: START_MS + 5, state: 'down' })]);
    store.put('incidents', [
      incident(1, { closedAtMs: START_MS + DAY }),
      incident(2, { closedAtMs: START_MS + 29 * DAY }),
      incident(3),
    ]);
    store.put('incidentNotes', [{ id: 1, incidentId: 3, atMs: START_MS, author: 'a', text: 'called the carrier' }]);
    const loaded = await store.load();
    expect(loaded.states.map((row) => row.id)).toEqual([2]);
    expect(loaded.incidents.map((row) => [row.id, row.notes])).toEqual([
      [2, 0],
      [3, 1],
    ]);
  });

  test('history is read by the ranges it overlaps, and sees what was just put', async () => {
    await using temporary = await temporaryStore();
    const { store } = temporary;
    store.put('devices', [deviceRow(1)]);
    store.put('states', [state(1, { toMs: START_MS + 10 }), state(2, { fromMs: START_MS + 10, state: 'down' })]);
    const range = (fromMs: number, toMs: number) => ({ fromMs: START_MS + fromMs, toMs: START_MS + toMs });
    const ids = async (fromMs: number, toMs: number) =>
      (await store.readStates(range(fromMs, toMs))).map((row) => row.id);
    expect(await ids(0, 10)).toEqual([1]);
    expect(await ids(9, 11)).toEqual([1, 2]);
    expect(await ids(10, 900)).toEqual([2]);
    expect(await store.readStates({ ...range(0, 900), subject: 'link' })).toEqual([]);
    store.put('incidents', [incident(1, { closedAtMs: START_MS + 100 }), incident(2, { openedAtMs: START_MS + 50 })]);
    const incidents = await store.readIncidents({ ...range(40, 60), limit: 10 });
    expect(incidents.map((row) => row.id)).toEqual([2, 1]);
    expect(await store.readIncidents({ ...range(40, 60), limit: 1 })).toHaveLength(1);
    store.put('events', [
      { id: 1, atMs: START_MS, kind: 'link.down', deviceId: 1, interfaceId: null, incidentId: null, text: 'one' },
      { id: 2, atMs: START_MS + 1, kind: 'link.up', deviceId: null, interfaceId: null, incidentId: null, text: 'two' },
    ]);
    expect((await store.readEvents({ ...range(0, 9), limit: 9 })).map((row) => row.id)).toEqual([2, 1]);
    expect((await store.readEvents({ ...range(0, 9), deviceId: 1, limit: 9 })).map((row) => row.id)).toEqual([1]);
  });

  test('kept configurations are listed without their text', async () => {
    await using temporary = await temporaryStore();
    const { store } = temporary;
    store.put('devices', [deviceRow(1)]);
    const origin = { profile: 'linux', why: 'asked', credential: 'ops', linesAdded: 1, linesRemoved: null } as const;
    const revision = {
      id: 1,
      deviceId: 1,
      atMs: 5,
      stableHash: 'h',
      text: 'a\nbé',
      sealed: Uint8Array.of(1),
      ...origin,
    };
    store.put('revisions', [revision, { ...revision, id: 2, atMs: 6, text: 'a\nb\n' }]);
    expect(await store.readRevisions(1)).toEqual([
      { id: 2, deviceId: 1, atMs: 6, stableHash: 'h', lines: 2, bytes: 4, ...origin },
      { id: 1, deviceId: 1, atMs: 5, stableHash: 'h', lines: 2, bytes: 5, ...origin },
    ]);
    expect(await store.readRevision(1)).toEqual(revision);
    expect(await store.readRevision(9)).toBeNull();
  });

  test('an id is never used twice, not even that of a removed row after opening again', async () => {
    await using temporary = await temporaryStore();
    const { store, file, clock, log } = temporary;
    const id = store.nextId('devices');
    store.put('devices', [deviceRow(id)]);
    store.removeDevice(id);
    await store.close();
    const again = await openStore({ file, clock, log, version: '1.2.3' });
    expect(again.nextId('devices')).toBe(id + 1);
    await again.close();
  });

  test('a row that belongs to nothing is left out and named; the rest of the batch is kept', async () => {
    await using temporary = await temporaryStore();
    const { store, log } = temporary;
    const failures: Error[] = [];
    store.onFailure((error) => failures.push(error));
    store.put('devices', [deviceRow(1)]);
    store.put('interfaces', [interfaceRow(1, 99), interfaceRow(2, 1)]);
    // @ts-expect-error a name may not be missing
    store.put('interfaces', [{ ...interfaceRow(3, 1), name: null }]);
    expect((await store.load()).interfaces.map((row) => row.id)).toEqual([2]);
    expect(failures.map(String)).toEqual([expect.stringMatching(/row 3 of interfaces was refused: NOT NULL/)]);
    expect(log.lines.join('\n')).toMatch(/row 1 of interfaces was refused.*has been removed/);
  });
});

test('a removed device leaves nothing behind', async () => {
  await using temporary = await temporaryStore();
  const { store, clock } = temporary;
  store.put('devices', [deviceRow(1), deviceRow(2)]);
  store.put('interfaces', [interfaceRow(1, 1), interfaceRow(2, 2)]);
  const at = (minute: number) => START_MS + minute * 60_000;
  for (let minute = 0; minute < 90; minute += 1) {
    store.addInterfaceSamples([1, 2].map((id) => interfaceSample(id, at(minute), { inBps: 5 })));
    store.addDeviceSamples([1, 2].map((id) => deviceSample(id, at(minute), { cpu: 5 })));
  }
  clock.set(at(90));
  await store.finishRollUps();
  store.put('states', [state(1), state(2, { subject: 'interface' }), state(3, { subjectId: 2 })]);
  store.put('incidents', [incident(1)]);
  store.put('events', [
    { id: 1, atMs: at(1), kind: 'device.added', deviceId: 1, interfaceId: null, incidentId: null, text: 'r1' },
  ]);
  store.removeDevice(1);
  const range = { fromMs: START_MS, toMs: at(90), maxPoints: 200 };
  const counts = async (id: number) => {
    const ofInterface = await store.readInterfaceSeries({ ...range, interfaceIds: [id], metrics: ['inBps'] });
    const ofDevice = await store.readDeviceSeries({ ...range, deviceIds: [id], metrics: ['cpu'] });
    return [ofInterface.get(id)?.atMs.length, ofDevice.get(id)?.atMs.length];
  };
  const loaded = await store.load();
  expect(loaded.devices.map((row) => row.id)).toEqual([2]);
  expect(loaded.interfaces.map((row) => row.id)).toEqual([2]);
  expect(loaded.states.map((row) => row.id)).toEqual([3]);
  expect(loaded.incidents).toEqual([]);
  expect(await store.readEvents({ ...range, limit: 9 })).toEqual([]);
  expect(await counts(1)).toEqual([0, 0]);
  expect(await counts(2)).toEqual([90, 90]);
});
