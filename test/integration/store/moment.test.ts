import { describe, expect, test } from 'vitest';
import type { IncidentRow, LinkRow, StateRow } from '../../../electron/engine/store/rows.ts';
import { standardSettings } from '../../../shared/contract/settings.ts';
import {
  deviceRow,
  deviceSample,
  interfaceRow,
  interfaceSample,
  START_MS,
  temporaryStore,
} from '../../helpers/store.ts';

const MINUTE = 60_000;
const DAY = 86_400_000;

const state = (id: number, subjectId: number, change: Partial<StateRow>): StateRow => ({
  id,
  subject: 'device',
  subjectId,
  state: 'up',
  because: null,
  fromMs: START_MS,
  toMs: null,
  ...change,
});

const link = (id: number, change: Partial<LinkRow> = {}): LinkRow => ({
  id,
  aDeviceId: 1,
  aInterfaceId: 1,
  aPort: 'Gi1/0/1',
  bDeviceId: 2,
  bInterfaceId: 2,
  bPort: 'Gi1/0/2',
  confidence: 'confirmed',
  ageing: false,
  protocols: '["LLDP"]',
  rule: '2 LLDP two-sided',
  speedBps: 1_000_000_000,
  firstSeenAtMs: START_MS,
  lastSeenAtMs: START_MS,
  goneAtMs: null,
  ...change,
});

const incident = (id: number, change: Partial<IncidentRow>): IncidentRow => ({
  id,
  kind: 'device-down',
  severity: 'critical',
  title: 'r2 is down',
  deviceId: 2,
  interfaceId: null,
  linkId: null,
  site: null,
  affected: '[]',
  openedAtMs: START_MS,
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

const at = (minutes: number): number => START_MS + minutes * MINUTE;

/** Two devices and their link; the second is down from minute 10 to 20, and was added at minute 5. */
async function withHistory() {
  const temporary = await temporaryStore(at(60));
  const { store } = temporary;
  store.put('devices', [deviceRow(1), deviceRow(2, { addedAtMs: at(5) }), deviceRow(3, { addedAtMs: at(50) })]);
  store.put('interfaces', [
    interfaceRow(1, 1),
    interfaceRow(2, 2),
    interfaceRow(3, 1, { firstSeenAtMs: at(30) }),
    interfaceRow(4, 1, { removedAtMs: at(8) }),
  ]);
  store.put('links', [link(1, { firstSeenAtMs: at(5) }), link(2, { firstSeenAtMs: at(5), goneAtMs: at(15) })]);
  store.put('states', [
    state(1, 1, {}),
    state(2, 2, { fromMs: at(5), toMs: at(10) }),
    state(3, 2, { fromMs: at(10), toMs: at(20), state: 'down', because: 'no answer to 2 probes' }),
    state(4, 2, { fromMs: at(20) }),
    state(5, 1, { subject: 'link', fromMs: at(5), toMs: at(10) }),
    state(6, 1, { subject: 'link', fromMs: at(10), toMs: at(20), state: 'down' }),
    state(7, 1, { subject: 'interface', toMs: at(10) }),
    state(8, 1, { subject: 'interface', fromMs: at(10), state: 'down' }),
  ]);
  store.put('incidents', [
    incident(1, { openedAtMs: at(10), closedAtMs: at(20) }),
    incident(2, { openedAtMs: at(40) }),
  ]);
  store.put('watches', [
    { id: 1, fromMs: START_MS, toMs: at(25) },
    { id: 2, fromMs: at(35), toMs: at(60) },
  ]);
  return temporary;
}

const told = (things: readonly { readonly id: number; readonly state: StateRow | null }[]) =>
  things.map(({ id, state: row }) => [id, row?.state ?? null]);

describe('a moment of the past', () => {
  test('each device and link has the state of its interval, and what was not there yet or no more is left out', async () => {
    await using temporary = await withHistory();
    const { store } = temporary;
    const before = await store.readMoment(at(3));
    expect(told(before.devices)).toEqual([[1, 'up']]);
    expect(before.links).toEqual([]);
    const during = await store.readMoment(at(12));
    expect(told(during.devices)).toEqual([
      [1, 'up'],
      [2, 'down'],
    ]);
    expect(during.devices[1]?.state).toMatchObject({ because: 'no answer to 2 probes', fromMs: at(10) });
    expect(during.links.map(({ row, state: then }) => [row.id, then?.state ?? null])).toEqual([
      [1, 'down'],
      [2, null],
    ]);
    expect(during.incidents.map(({ id }) => id)).toEqual([1]);
    const after = await store.readMoment(at(45));
    expect(told(after.devices)).toEqual([
      [1, 'up'],
      [2, 'up'],
    ]);
    // The link's last interval ended and none began: unknown, not "down as before".
    expect(after.links.map(({ row, state: then }) => [row.id, then])).toEqual([[1, null]]);
    expect(after.incidents.map(({ id }) => id)).toEqual([2]);
  });

  test('an interval begins with its first millisecond and has ended with its last', async () => {
    await using temporary = await withHistory();
    const stateAt = async (atMs: number) => (await temporary.store.readMoment(atMs)).devices[1]?.state?.state;
    expect(await stateAt(at(10) - 1)).toBe('up');
    expect(await stateAt(at(10))).toBe('down');
    expect(await stateAt(at(20) - 1)).toBe('down');
    expect(await stateAt(at(20))).toBe('up');
  });

  test('it says which watch it lies in, and which one comes next', async () => {
    await using temporary = await withHistory();
    const watchesAt = async (atMs: number) => (await temporary.store.readMoment(atMs)).watches.map(({ id }) => id);
    expect(await watchesAt(START_MS - 1)).toEqual([1]);
    expect(await watchesAt(at(30))).toEqual([1, 2]);
    expect(await watchesAt(at(50))).toEqual([2]);
  });

  test('ports of a device, with those that it had then', async () => {
    await using temporary = await withHistory();
    const { store } = temporary;
    expect(told((await store.readPortMoment({ atMs: at(7), deviceId: 1 })).ports)).toEqual([
      [1, 'up'],
      [4, null],
    ]);
    expect(told((await store.readPortMoment({ atMs: at(45), deviceId: 1 })).ports)).toEqual([
      [1, 'down'],
      [3, null],
    ]);
  });

  test('use and health are means around the moment: from open hours, from roll-ups, and from hours where only those are kept', async () => {
    await using temporary = await withHistory();
    const { store, clock } = temporary;
    for (let minute = 0; minute < 60; minute += 1) {
      const inBps = minute < 30 ? 100 : 300;
      store.addInterfaceSamples([interfaceSample(1, at(minute), { inBps, outBps: 5 }), interfaceSample(2, at(minute))]);
      store.addDeviceSamples([deviceSample(1, at(minute), { cpu: 20, rttAvg: 1.5 })]);
    }
    await store.flush();
    const useAt = async (atMs: number) => (await store.readMoment(atMs)).use;
    const open = [
      { id: 1, inBps: 100, outBps: 5 },
      { id: 2, inBps: null, outBps: null },
    ];
    expect(await useAt(at(12))).toEqual(open);
    expect((await store.readMoment(at(12))).health).toEqual([
      { id: 1, rttAvg: 1.5, loss: null, cpu: 20, memory: null },
    ]);
    clock.set(at(24 * 60));
    await store.finishRollUps();
    expect(await useAt(at(12))).toEqual(open);
    expect(await useAt(at(45))).toMatchObject([{ id: 1, inBps: 300 }, { id: 2 }]);
    clock.set(START_MS + 60 * DAY);
    await store.prune({ ...standardSettings, sampleRetentionDays: 14, nowMs: START_MS + 60 * DAY });
    expect(await useAt(at(12))).toMatchObject([
      { id: 1, inBps: 200 },
      { id: 2, inBps: null },
    ]);
    // A time that nobody measured has no use at all, not a use of zero.
    expect(await useAt(START_MS + 3 * DAY)).toEqual([]);
  });

  test('incidents come in pages, newest first, none twice and none left out', async () => {
    await using temporary = await temporaryStore(at(60));
    const { store } = temporary;
    store.put('devices', [deviceRow(2)]);
    // Five begin in the same millisecond, and every third is still open.
    const rows = Array.from({ length: 23 }, (_, index) => {
      const openedAtMs = at(Math.max(5, index));
      return incident(index + 1, { openedAtMs, closedAtMs: index % 3 === 0 ? null : openedAtMs + 10 });
    });
    store.put('incidents', rows);
    const all = { fromMs: 0, toMs: at(60) };
    const seen: number[] = [];
    for (let before: { openedAtMs: number; id: number } | undefined; ;) {
      const page = await store.readIncidents({ ...all, limit: 4, before });
      seen.push(...page.map(({ id }) => id));
      const last = page.at(-1);
      if (last === undefined) break;
      before = { openedAtMs: last.openedAtMs, id: last.id };
    }
    expect(seen).toEqual(rows.map(({ id }) => id).toReversed());
    expect((await store.readIncidentsById([3, 99, 1])).map(({ id }) => id)).toEqual([3, 1]);
  });
});
