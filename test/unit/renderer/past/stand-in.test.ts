import { describe, expect, test } from 'vitest';
import type { Device, NetworkInterface } from '../../../../shared/contract/devices.ts';
import type { Moment } from '../../../../shared/contract/moments.ts';
import { playedTo } from '../../../../renderer/past/playback.ts';
import { pastSentence } from '../../../../renderer/past/past-words.ts';
import {
  asState,
  devicesThen,
  healthThen,
  linksThen,
  portsThen,
  ratesThen,
  unreadMoment,
} from '../../../../renderer/past/stand-in.ts';
import { incidentOf as incident } from '../timeline/incident.ts';

const AT = 1_000_000;

const device = (id: number, change: Partial<Device> = {}): Device => ({
  id,
  uid: `u${id}`,
  name: `r${id}`,
  address: '192.0.2.1',
  sshPort: 22,
  site: 'Depot',
  kind: 'router',
  kindPinned: false,
  maintenanceUntilMs: null,
  managed: true,
  vendor: null,
  model: null,
  os: null,
  osVersion: null,
  serial: null,
  sysName: null,
  sysDescr: null,
  sysObjectId: null,
  location: null,
  contact: null,
  state: 'down',
  stateSinceMs: AT + 500,
  stateBecause: 'no answer to 2 probes',
  icmp: 'silent',
  snmp: 'silent',
  ssh: 'unused',
  problem: 'timed out',
  lastAnswerAtMs: AT + 400,
  bootedAtMs: AT - 900,
  pollIntervalMs: 60_000,
  addedAtMs: AT - 1000,
  ...change,
});

const LINK = {
  id: 5,
  a: { deviceId: 1, interfaceId: 11, port: null },
  b: { deviceId: 2, interfaceId: 21, port: null },
  confidence: 'confirmed' as const,
  protocols: ['LLDP'],
  rule: 'r',
  state: 'up' as const,
  stateSinceMs: AT - 10,
  speedBps: null,
  firstSeenAtMs: AT - 1000,
  lastSeenAtMs: AT,
  goneAtMs: AT + 10,
};

const moment = (change: Partial<Moment> = {}): Moment => ({
  atMs: AT,
  coverage: 'watched',
  gap: null,
  devices: [{ id: 1, state: 'up', stateSinceMs: AT - 50, stateBecause: null }],
  links: [LINK],
  incidents: [],
  use: [{ id: 11, deviceId: 1, inBps: 5, outBps: null, inUse: 1, outUse: null }],
  health: [{ id: 1, rttAvg: 2, loss: 0, cpu: null, memory: null }],
  ...change,
});

describe('a topic of now and a moment give the topic as it was', () => {
  test('a device has the state of then; what is only known of now is unknown', () => {
    const [then, ...others] = devicesThen(new Map([device(1), device(2)].map((one) => [one.id, one])), moment());
    expect(others).toEqual([]);
    expect(then).toMatchObject({
      name: 'r1',
      state: 'up',
      stateSinceMs: AT - 50,
      stateBecause: null,
      icmp: 'unknown',
      problem: null,
      // Its last answer came after the moment; its last start before.
      lastAnswerAtMs: null,
      bootedAtMs: AT - 900,
    });
    expect(devicesThen(new Map(), moment())).toEqual([]);
  });

  test('a link flaps if an incident said so then, and one that is gone now is there', () => {
    expect(linksThen(moment())).toMatchObject([{ id: 5, state: 'up', flapping: false, ageing: false }]);
    const incidents = [incident(1, { kind: 'flapping', linkId: 5 })];
    expect(linksThen(moment({ incidents }))).toMatchObject([{ id: 5, flapping: true }]);
  });

  test('rates and health are those of the moment, and unknown stays unknown', () => {
    const { use, health } = moment();
    expect(ratesThen(use, AT)).toMatchObject([{ id: 11, atMs: AT, inBps: 5, outBps: null, inPps: null }]);
    expect(healthThen(health, AT)).toMatchObject([{ id: 1, rttAvg: 2, icmpAtMs: AT, cpu: null, healthAtMs: null }]);
  });

  test('ports that came later are left out, one that went is there, and unread ones are unknown', () => {
    const port = (id: number, change: Partial<NetworkInterface> = {}) =>
      ({ id, state: 'up', stateSinceMs: AT + 1, removedAtMs: null, ...change }) as NetworkInterface;
    const ports = [port(1), port(2), port(3, { removedAtMs: AT + 5 })];
    const state = (id: number) => ({ id, state: 'down' as const, stateSinceMs: AT - 5, stateBecause: null });
    const then = portsThen(ports, { ports: [state(1), state(3)], use: [] });
    expect(then.map(({ id, state: word, removedAtMs }) => [id, word, removedAtMs])).toEqual([
      [1, 'down', null],
      [3, 'down', null],
    ]);
    expect(portsThen(ports, null).map(({ state: word }) => word)).toEqual(['unknown', 'unknown', 'unknown']);
  });

  test('a moment that could not be read has devices of unknown state, and none that came later', () => {
    const unread = unreadMoment([device(1), device(2, { addedAtMs: AT + 1 })], [], AT);
    expect(unread.devices).toEqual([{ id: 1, state: 'unknown', stateSinceMs: null, stateBecause: null }]);
  });

  test('what stands in has a version of its own each time', () => {
    const live = { ready: true, version: 7, byId: new Map(), items: [], error: null };
    const [first, second] = [asState([{ id: 1 }], live), asState([{ id: 1 }], live)];
    expect(new Set([live.version, first.version, second.version]).size).toBe(3);
    expect(first.byId.get(1)).toEqual({ id: 1 });
  });
});

describe('words of the banner', () => {
  test('say since when and until when there is no data', () => {
    const gap = { fromMs: new Date(2026, 10, 17, 12, 55).getTime(), toMs: new Date(2026, 10, 17, 13, 9).getTime() };
    expect(pastSentence(moment({ coverage: 'no-data', gap }), null)).toBe(
      'No data: this console was not running from Tue 17 Nov 12:55 to Tue 17 Nov 13:09.',
    );
  });

  test('say what failed, or that it is under way', () => {
    expect(pastSentence(null, null)).toBe('Reading what was known then.');
    expect(pastSentence(moment(), { message: 'the file is damaged' })).toContain('the file is damaged');
  });
});

test('playing moves on by the speed and ends at now', () => {
  expect(playedTo(AT, 60, 200, AT + 100_000)).toBe(AT + 12_000);
  expect(playedTo(AT, 600, 200, AT + 100_000)).toBeNull();
});
