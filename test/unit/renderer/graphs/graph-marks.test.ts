import { expect, test } from 'vitest';
import type { Incident } from '../../../../shared/contract/incidents.ts';
import { eventWords, graphMarks } from '../../../../renderer/graphs/graph-marks.ts';

const incident: Incident = {
  id: 418,
  kind: 'flapping',
  severity: 'minor',
  title: 'ng-acc-07 uplink flapping',
  deviceId: 5,
  interfaceId: 50,
  linkId: null,
  site: 'Northgate',
  affected: [],
  openedAtMs: 100,
  closedAtMs: null,
  acknowledgedAtMs: null,
  acknowledgedBy: null,
  cause: null,
  notes: 0,
};
const range = { fromMs: 0, toMs: 1000 };
const ofPort = { deviceId: 5, interfaceId: 50 };

test('what happened to the interface itself has its own words and shape', () => {
  expect(graphMarks([incident], [], ofPort, range)).toMatchObject([{ text: 'flapping', state: 'degraded' }]);
});

test('what happened to another port of the device is no mark of this one', () => {
  expect(graphMarks([{ ...incident, interfaceId: 51 }], [], ofPort, range)).toEqual([]);
});

test('as a dependent of another root it carries the number of the incident', () => {
  const root = { ...incident, kind: 'device-down' as const, deviceId: 9, interfaceId: null, affected: [5] };
  expect(graphMarks([root], [], ofPort, range)).toMatchObject([{ text: 'no. 418', state: 'unreachable' }]);
});

test('events of the device are squares; being found is none', () => {
  const saved = { id: 1, atMs: 50, kind: 'config.saved', deviceId: 5, interfaceId: null, incidentId: null, text: '' };
  const found = { ...saved, id: 2, kind: 'device.found' };
  expect(graphMarks([], [saved, found], ofPort, range)).toMatchObject([{ text: 'config saved', state: null }]);
  expect(eventWords('host-key.changed')).toBe('host key changed');
});

test('only the stretch counts', () => {
  expect(graphMarks([{ ...incident, openedAtMs: 5000 }], [], ofPort, range)).toEqual([]);
});
