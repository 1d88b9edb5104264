import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { readLog } from '../../../electron/engine/store/reads/read-log.ts';
import type { EventRow, StateRow } from '../../../electron/engine/store/rows.ts';
import type { LogQuery, Store } from '../../../electron/engine/store/store.ts';
import { deviceRow, interfaceRow, START_MS, temporaryStore } from '../../helpers/store.ts';

const HOUR_MS = 3_600_000;
const whole = { fromMs: 0, toMs: START_MS + 1000 * HOUR_MS };

const event = (id: number, atMs: number, change: Partial<EventRow> = {}): EventRow => ({
  id,
  atMs,
  kind: 'device.restarted',
  deviceId: 1,
  interfaceId: null,
  incidentId: null,
  text: `Restarted ${id}`,
  ...change,
});

const state = (id: number, fromMs: number, change: Partial<StateRow> = {}): StateRow => ({
  id,
  subject: 'interface',
  subjectId: 1,
  state: id % 2 === 0 ? 'down' : 'up',
  because: null,
  fromMs,
  toMs: null,
  ...change,
});

const link = {
  id: 7,
  aDeviceId: 1,
  aInterfaceId: 1,
  aPort: 'Gi1/0/1',
  bDeviceId: 2,
  bInterfaceId: null,
  bPort: null,
  confidence: 'confirmed' as const,
  ageing: false,
  protocols: '[]',
  rule: 'lldp',
  speedBps: null,
  firstSeenAtMs: START_MS,
  lastSeenAtMs: START_MS,
  goneAtMs: null,
};

async function twoDevices(store: Store): Promise<void> {
  store.put('devices', [deviceRow(1, { sysName: 'r1' }), deviceRow(2, { givenName: 'Core two' })]);
  store.put('interfaces', [interfaceRow(1, 1), interfaceRow(2, 2)]);
  store.put('links', [link]);
  await store.flush();
}

/** All pages, as a reader who scrolls to the end gets them. */
async function readAll(store: Store, query: Omit<LogQuery, 'limit'>, limit: number): Promise<string[]> {
  const ids: string[] = [];
  let before = query.before;
  for (;;) {
    const page = await store.readLog({ ...query, limit, ...(before === undefined ? {} : { before }) });
    ids.push(...page.entries.map(({ id }) => id));
    if (page.next === null) return ids;
    before = page.next;
  }
}

test('events and changes of state are one list, newest first, however it is cut into pages', async () => {
  await using temporary = await temporaryStore();
  const { store } = temporary;
  await twoDevices(store);
  store.put('events', [event(1, START_MS + 10), event(2, START_MS + 20), event(3, START_MS + 20)]);
  store.put('states', [state(1, START_MS), state(2, START_MS + 15), state(3, START_MS + 20), state(4, START_MS + 20)]);
  const wanted = ['e3', 'e2', 's4', 's3', 's2', 'e1'];
  for (const limit of [1, 2, 3, 100]) expect(await readAll(store, whole, limit), `pages of ${limit}`).toEqual(wanted);
});

test('a thing seen for the first time is no change; a change tells what was before, and why', async () => {
  await using temporary = await temporaryStore();
  const { store } = temporary;
  await twoDevices(store);
  store.put('states', [
    state(1, START_MS),
    state(2, START_MS + 5, { because: 'ifOperStatus is down' }),
    state(3, START_MS, { subject: 'snmp', subjectId: 2, state: 'answers' }),
    state(4, START_MS + 6, { subject: 'snmp', subjectId: 2, state: 'refused', because: 'wrong community' }),
    state(5, START_MS, { subject: 'link', subjectId: 7, state: 'up' }),
    state(6, START_MS + 7, { subject: 'link', subjectId: 7, state: 'down' }),
  ]);
  const { entries } = await store.readLog({ ...whole, limit: 10 });
  expect(
    entries.map(({ id, kind, deviceId, interfaceId, linkId, text }) => [id, kind, deviceId, interfaceId, linkId, text]),
  ).toEqual([
    ['s6', 'link.down', 1, null, 7, 'r1 Gi1/0/1 to Core two: down, was up'],
    ['s4', 'snmp.refused', 2, null, null, 'Refused, was answers; wrong community'],
    ['s2', 'interface.down', 1, 1, null, 'Gi1/0/1: down, was up; ifOperStatus is down'],
  ]);
});

test('filters by kind, device and words hold for both, and can be turned round', async () => {
  await using temporary = await temporaryStore();
  const { store } = temporary;
  await twoDevices(store);
  store.put('events', [
    event(1, START_MS + 1),
    event(2, START_MS + 2, { deviceId: 2, kind: 'config.saved', text: 'Configuration KEPT' }),
    event(3, START_MS + 3, { deviceId: null, kind: 'console.slept', text: 'asleep' }),
  ]);
  store.put('states', [
    state(1, START_MS),
    state(2, START_MS + 4),
    state(3, START_MS, { subject: 'link', subjectId: 7 }),
    state(4, START_MS + 5, { subject: 'link', subjectId: 7 }),
  ]);
  const ids = (query: Partial<LogQuery>) => readAll(store, { ...whole, ...query }, 2);
  const word = { kinds: [], deviceIds: [], negated: false };
  expect(await ids({ kinds: ['config.saved', 'interface.down'] })).toEqual(['s2', 'e2']);
  expect(await ids({ notKinds: ['link.down', 'console.slept'] })).toEqual(['s2', 'e2', 'e1']);
  expect(await ids({ deviceIds: [2] })).toEqual(['s4', 'e2']);
  expect(await ids({ deviceIds: [1, 2] })).toEqual(['s4', 's2', 'e2', 'e1']);
  expect(await ids({ deviceIds: Array.from({ length: 40 }, (_, at) => at + 2) })).toEqual(['s4', 'e2']);
  expect(await ids({ deviceIds: [] })).toEqual([]);
  expect(await ids({ notDeviceIds: [1] })).toEqual(['e3', 'e2']);
  expect(await ids({ words: [{ ...word, text: 'kept' }] })).toEqual(['e2']);
  expect(await ids({ words: [{ ...word, text: 'gi1/0/1:', negated: true }] })).toEqual(['s4', 'e3', 'e2', 'e1']);
  expect(await ids({ words: [{ ...word, text: 'kept', kinds: ['console.slept'], deviceIds: [1] }] })).toEqual([
    's4',
    's2',
    'e3',
    'e2',
    'e1',
  ]);
  expect(await ids({ fromMs: START_MS + 2, toMs: START_MS + 4 })).toEqual(['e3', 'e2']);
});

test('an answer whose time is up says where to go on, and nothing is lost between two', async () => {
  await using temporary = await temporaryStore();
  const { store, file } = temporary;
  await twoDevices(store);
  const count = 1000;
  store.put(
    'events',
    Array.from({ length: count }, (_, at) => event(at + 1, START_MS + at, at === 3 ? { kind: 'device.found' } : {})),
  );
  await store.flush();
  const connection = new Database(file, { readonly: true });
  try {
    const words = [{ text: 'restarted 4', kinds: ['device.found'], deviceIds: [], negated: false }];
    const notKinds = ['device.restarted'];
    let answers = 0;
    let next: LogQuery['before'];
    const found: string[] = [];
    do {
      const page = readLog(connection, { ...whole, limit: 10, words, notKinds, before: next }, 0);
      found.push(...page.entries.map(({ id }) => id));
      expect(page.reachedMs).toBeLessThan(START_MS + count - 60 * answers);
      next = page.next ?? undefined;
      answers += 1;
    } while (next !== undefined);
    expect(found).toEqual(['e4']);
    expect(answers).toBeGreaterThan(10);
  } finally {
    connection.close();
  }
});
