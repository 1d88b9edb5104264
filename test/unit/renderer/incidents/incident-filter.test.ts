import { expect, test } from 'vitest';
import { filterIncidents, filterSince, incidentFilter } from '../../../../renderer/incidents/incident-filter.ts';
import { incidentOf } from '../timeline/incident.ts';

const HOUR = 3_600_000;
const NOW = 100 * HOUR;

const incidents = [
  incidentOf(1, { severity: 'critical', openedAtMs: NOW - HOUR, closedAtMs: null }),
  incidentOf(2, { severity: 'minor', openedAtMs: NOW - 30 * HOUR, closedAtMs: NOW - 29 * HOUR, site: 'Harbour north' }),
  incidentOf(3, { severity: 'major', openedAtMs: NOW - 40 * HOUR, closedAtMs: null, acknowledgedBy: 'Ada' }),
];

const devices = new Map([[1, { name: 'rv-dist-1' }]]);
const spec = incidentFilter({ nowMs: NOW, devices });
const found = (filter: string): readonly number[] => filterIncidents(incidents, filter, spec).map(({ id }) => id);

test('an empty filter keeps all', () => {
  expect(found('')).toEqual([1, 2, 3]);
});

test('fields narrow together, values of one field widen', () => {
  expect(found('state:open')).toEqual([1, 3]);
  expect(found('state:open severity:critical')).toEqual([1]);
  expect(found('severity:critical severity:minor')).toEqual([1, 2]);
  expect(found('acknowledged:no state:open')).toEqual([1]);
  expect(found('site:"Harbour north"')).toEqual([2]);
});

test('since and until hold the moment of opening; a moment that cannot be read finds nothing', () => {
  expect(found('since:24h')).toEqual([1]);
  expect(found('since:35h until:20h')).toEqual([2]);
  expect(found('since:whenever')).toEqual([]);
});

test('how far back a filter reaches is known', () => {
  expect(filterSince('state:open', NOW)).toBeNull();
  expect(filterSince('since:24h since:7d', NOW)).toBe(NOW - 7 * 24 * HOUR);
});

test('words are looked for in the title', () => {
  expect(found('incident 3')).toEqual([3]);
});
