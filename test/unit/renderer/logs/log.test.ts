import { describe, expect, test } from 'vitest';
import type { LogEntry } from '../../../../shared/contract/log.ts';
import { logAsCsv, readWholeLog } from '../../../../renderer/logs/log-export.ts';
import { leadOf } from '../../../../renderer/logs/log-leads.ts';
import { compareEntries } from '../../../../renderer/logs/log-order.ts';
import { logQuery } from '../../../../renderer/logs/log-query.ts';
import { openLog, type LogQuestionAsked } from '../../../../renderer/logs/log-reading.ts';
import { until } from '../../../helpers/until.ts';

const NOW = 10_000_000;

const entry = (id: string, atMs: number, change: Partial<LogEntry> = {}): LogEntry => ({
  id,
  atMs,
  kind: 'device.restarted',
  deviceId: 1,
  interfaceId: null,
  linkId: null,
  incidentId: null,
  text: 'Restarted',
  ...change,
});

const devices = [
  { id: 1, name: 'r1', address: '192.0.2.1', site: 'North' },
  { id: 10, name: 'r10', address: '192.0.2.10', site: 'South' },
  { id: 11, name: 'core', address: '192.0.2.11', site: null },
];

describe('the filter', () => {
  test('means a device by its whole name, and every one that has a part of it', () => {
    expect(logQuery('device:r1', devices)).toEqual({ deviceIds: [1] });
    expect(logQuery('device:r', devices).deviceIds).toEqual([1, 10, 11]);
    expect(logQuery('device:r1,core', devices).deviceIds).toEqual([1, 11]);
    expect(logQuery('site:north device:r10', devices)).toEqual({ deviceIds: [] });
    expect(logQuery('-site:South', devices)).toEqual({ notDeviceIds: [10] });
  });

  test('knows kinds by code, by their words, and by a part of either', () => {
    expect(logQuery('kind:config.saved', devices)).toEqual({ kinds: ['config.saved'] });
    expect(logQuery('kind:"Configuration kept"', devices)).toEqual({ kinds: ['config.saved'] });
    expect(logQuery('kind:down', devices).kinds).toEqual(['device.down', 'interface.down', 'link.down']);
    expect(logQuery('-kind:refused', devices).notKinds).toEqual(['icmp.refused', 'snmp.refused', 'ssh.refused']);
    expect(logQuery('kind:vlan.moved', devices)).toEqual({ kinds: ['vlan.moved'] });
  });

  test('looks for a word in the text, among names of devices and among the words for kinds', () => {
    expect(logQuery('restart -core', devices)).toEqual({
      words: [
        { text: 'restart', kinds: ['device.restarted'], deviceIds: [], negated: false },
        { text: 'core', kinds: [], deviceIds: [11], negated: true },
      ],
    });
    expect(logQuery('  ', devices)).toEqual({});
  });
});

/** A log in memory that answers as the engine does, `atOnce` entries an answer. */
function keptLog(entries: LogEntry[], atOnce = 1000) {
  const asked: LogQuestionAsked[] = [];
  const ask = (query: LogQuestionAsked) => {
    asked.push(query);
    const all = entries.toSorted(compareEntries).filter(({ atMs }) => atMs >= query.fromMs && atMs < query.toMs);
    const from = query.before === undefined ? 0 : query.before.eventId;
    const size = Math.min(query.limit, atOnce);
    const page = all.slice(from, from + size);
    const next = from + size < all.length ? { atMs: 0, eventId: from + size, stateId: 0 } : null;
    return Promise.resolve({ entries: page, next, reachedMs: page.at(-1)?.atMs ?? query.fromMs });
  };
  return { ask, asked };
}

const many = (count: number): LogEntry[] =>
  Array.from({ length: count }, (_, at) => entry(`e${at + 1}`, NOW - count + at));

describe('reading', () => {
  test('begins with a page, goes on when asked, and says when the end has come', async () => {
    const { ask, asked } = keptLog(many(450), 70);
    const log = openLog({ fromMs: 0, toMs: null }, { ask, now: () => NOW, shown: [] });
    await until(() => !log.store.getState().loading, { what: 'the first page' });
    expect(log.store.getState().entries).toHaveLength(200);
    expect(asked.length).toBe(3);
    log.more();
    await until(() => !log.store.getState().loading, { what: 'the second page' });
    log.more();
    await until(() => !log.store.getState().loading, { what: 'the end' });
    const { entries, complete } = log.store.getState();
    expect(complete).toBe(true);
    expect(entries.map(({ id }) => id)).toEqual(Array.from({ length: 450 }, (_, at) => `e${450 - at}`));
    log.close();
  });

  test('lets new entries wait while the reader is elsewhere, and joins them at the top', async () => {
    const kept = many(3);
    const { ask } = keptLog(kept);
    const log = openLog({ fromMs: 0, toMs: null }, { ask, now: () => NOW, shown: [] });
    await until(() => log.store.getState().complete, { what: 'the page' });
    log.setAtTop(false);
    kept.push(entry('s9', NOW + 5), entry('e9', NOW - 2));
    log.refresh();
    await until(() => log.store.getState().waiting.length === 2, { what: 'the new ones' });
    expect(log.store.getState().entries).toHaveLength(3);
    log.setAtTop(true);
    expect(log.store.getState().entries.map(({ id }) => id)).toEqual(['s9', 'e3', 'e9', 'e2', 'e1']);
    expect(log.store.getState().waiting).toEqual([]);
    kept.push(entry('e10', NOW + 9));
    log.refresh();
    await until(() => log.store.getState().entries[0]?.id === 'e10', { what: 'the newest on top' });
    log.close();
  });

  test('begins anew at the top where more came at once than it counted', async () => {
    const kept = many(3);
    const { ask } = keptLog(kept);
    const log = openLog({ fromMs: 0, toMs: null }, { ask, now: () => NOW, shown: [] });
    await until(() => log.store.getState().complete, { what: 'the page' });
    log.setAtTop(false);
    kept.push(...Array.from({ length: 300 }, (_, at) => entry(`e${at + 10}`, NOW + at)));
    log.refresh();
    await until(() => log.store.getState().waitingMore, { what: 'the new ones' });
    log.setAtTop(true);
    await until(() => log.store.getState().ready && !log.store.getState().loading, { what: 'the new beginning' });
    expect(log.store.getState()).toMatchObject({ waiting: [], waitingMore: false, complete: false });
    log.more();
    await until(() => log.store.getState().complete, { what: 'the rest' });
    const ids = log.store.getState().entries.map(({ id }) => id);
    expect(ids).toHaveLength(303);
    expect(new Set(ids).size).toBe(303);
    log.close();
  });

  test('of the past ends at its moment and takes nothing new', async () => {
    const { ask, asked } = keptLog(many(3));
    const log = openLog({ fromMs: 0, toMs: NOW - 1 }, { ask, now: () => NOW, shown: [] });
    await until(() => log.store.getState().complete, { what: 'the page' });
    expect(log.store.getState().entries.map(({ id }) => id)).toEqual(['e2', 'e1']);
    log.refresh();
    expect(asked).toHaveLength(1);
    log.close();
  });

  test('says what failed, and tries again when asked', async () => {
    let broken = true;
    const { ask } = keptLog(many(1));
    const sometimes = (query: LogQuestionAsked) => (broken ? Promise.reject(new Error('disk is gone')) : ask(query));
    const log = openLog({ fromMs: 0, toMs: null }, { ask: sometimes, now: () => NOW, shown: [] });
    await until(() => log.store.getState().failure?.message === 'disk is gone', { what: 'the failure' });
    await until(() => !log.store.getState().loading, { what: 'its end' });
    broken = false;
    log.more();
    await until(() => log.store.getState().complete, { what: 'the page' });
    expect(log.store.getState().failure).toBeNull();
    log.close();
  });
});

test('an entry leads to its incident before its port, and to its port before its device', () => {
  const whole = { incidentId: 3, interfaceId: 5 };
  expect(leadOf(entry('e1', 0, whole))).toEqual({ kind: 'incident', incidentId: 3 });
  expect(leadOf(entry('e1', 0, { interfaceId: 5 }))).toEqual({ kind: 'interface', deviceId: 1, interfaceId: 5 });
  expect(leadOf(entry('s1', 0, { linkId: 7 }))).toEqual({ kind: 'link', linkId: 7 });
  expect(leadOf(entry('e1', 0))).toEqual({ kind: 'device', deviceId: 1 });
  expect(leadOf(entry('e1', 0, { deviceId: null }))).toBeNull();
});

test('a file holds all entries, those that were not scrolled to as well, and device text as text', async () => {
  const kept = [...many(4100), entry('e5000', NOW + 1, { text: '=cmd|calc', deviceId: 11 })];
  const counts: number[] = [];
  const { entries, cut } = await readWholeLog({ fromMs: 0, toMs: null }, keptLog(kept).ask, (count) =>
    counts.push(count),
  );
  expect([entries.length, cut, counts.at(-1)]).toEqual([4101, false, 4101]);
  const lines = logAsCsv(entries.slice(0, 1), (id) => devices.find((one) => one.id === id)).split('\r\n');
  expect(lines).toEqual([
    'at_utc,kind,what,device,site,text',
    "1970-01-01T02:46:40.001Z,device.restarted,Restarted,core,,'=cmd|calc",
    '',
  ]);
});
