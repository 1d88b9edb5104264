import { expect, test } from 'vitest';
import { incidentLanes } from '../../../../renderer/timeline/incident-lanes.ts';
import { incidentOf } from './incident.ts';

const labels = (...args: Parameters<typeof incidentLanes>): readonly string[] =>
  incidentLanes(...args).map(({ label }) => label);
const at = (site: string, id: number) => incidentOf(id, { site });

test('an open incident comes before any number of closed ones, the console last', () => {
  const incidents = [
    incidentOf(9, { kind: 'monitor-blind', severity: 'critical', site: null, deviceId: null, closedAtMs: null }),
    at('Depot', 1),
    at('Depot', 2),
    incidentOf(3, { site: 'Northgate', severity: 'info', closedAtMs: null }),
  ];
  expect(labels(incidents, ['Riverside'], 4)).toEqual(['Northgate', 'Depot', 'Riverside', 'Console']);
});

test('sites that find no room share a lane and are counted', () => {
  const incidents = ['A', 'B', 'C', 'D', 'E', 'F'].map((site, index) => at(site, index));
  const lanes = incidentLanes(incidents, [], 4);
  expect(lanes.map(({ label }) => label)).toEqual(['A', 'B', 'C', '+3 sites']);
  expect(lanes[3]?.incidents.length).toBe(3);
});

test('exactly four sites need no shared lane', () => {
  expect(labels([], ['D', 'C', 'B', 'A'], 4)).toEqual(['A', 'B', 'C', 'D']);
});

test('folded, everything stands in one lane', () => {
  const incidents = [at('A', 1), incidentOf(2, { kind: 'monitor-blind', site: null })];
  expect(incidentLanes(incidents, ['A'], 1)).toEqual([{ key: 'all', label: 'All sites', incidents }]);
});

test('a device without a site has a lane of its own, apart from the console', () => {
  expect(labels([incidentOf(1, { site: null })], [], 4)).toEqual(['No site']);
});
