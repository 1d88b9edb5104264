import { describe, expect, test } from 'vitest';
import type { Incident } from '../../../../shared/contract/incidents.ts';
import { barOf, groupIncidents, type Grouping } from '../../../../renderer/incidents/incident-groups.ts';
import { incidentsAt } from '../../../../renderer/past/incidents-at.ts';
import { incidentLines } from '../../../../renderer/incidents/incident-lines.ts';

const HOUR = 3_600_000;
const now = new Date(2026, 10, 17, 16, 5).getTime();

const incident = (id: number, change: Partial<Incident> = {}): Incident => ({
  id,
  kind: 'device-down',
  severity: 'minor',
  title: `device ${id} is down`,
  deviceId: id,
  interfaceId: null,
  linkId: null,
  site: null,
  affected: [],
  openedAtMs: now - HOUR,
  closedAtMs: null,
  acknowledgedAtMs: null,
  acknowledgedBy: null,
  cause: null,
  notes: 0,
  ...change,
});

describe('groups', () => {
  test('open ones stand first, worst first, then newest', () => {
    const groups = groupIncidents(
      [
        incident(1),
        incident(2, { severity: 'critical', openedAtMs: now - 5 * HOUR }),
        incident(3, { openedAtMs: now }),
      ],
      now,
    );
    expect(groups.map((group) => group.title)).toEqual(['Open']);
    expect(groups[0]?.incidents.map((one) => one.id)).toEqual([2, 3, 1]);
  });

  test('closed ones stand under the day on which they closed, in the reader’s zone', () => {
    const midnight = new Date(2026, 10, 17).getTime();
    const groups = groupIncidents(
      [
        incident(1, { closedAtMs: midnight }),
        incident(2, { closedAtMs: midnight - 1 }),
        incident(3, { closedAtMs: midnight - 24 * HOUR - 1 }),
        incident(4, { closedAtMs: midnight - 20 * 24 * HOUR }),
      ],
      now,
    );
    expect(groups.slice(1).map((group) => [group.title, group.incidents.map((one) => one.id)])).toEqual([
      ['Closed today', [1]],
      ['Closed yesterday', [2]],
      ['Closed Sun 15 Nov', [3]],
      ['Closed in October 2026', [4]],
    ]);
  });
});

describe('other groups', () => {
  const some = [
    incident(1, { site: 'Depot', acknowledgedBy: 'A. Berg', closedAtMs: now }),
    incident(2, { severity: 'critical', deviceId: null, kind: 'monitor-blind' }),
    incident(3, { site: 'Depot' }),
  ];
  const titles = (by: Grouping) =>
    groupIncidents(some, now, by).map(({ title, incidents }) => [title, incidents.map(({ id }) => id)]);

  test('by site, kind, severity and owner, the open ones first in each', () => {
    expect(titles('site')).toEqual([
      ['Console', [2]],
      ['Depot', [3, 1]],
    ]);
    expect(titles('kind')).toEqual([
      ['Device down', [3, 1]],
      ['Monitor blind', [2]],
    ]);
    expect(titles('severity').map(([title]) => title)).toEqual(['Critical', 'Minor']);
    expect(titles('owner')).toEqual([
      ['A. Berg', [1]],
      ['Nobody', [2, 3]],
    ]);
  });
});

describe('bars', () => {
  const range = { fromMs: now - 6 * HOUR, toMs: now };

  test('are cut at the edges of the stretch shown', () => {
    expect(barOf(incident(1, { openedAtMs: now - 9 * HOUR }), range, now)).toEqual({ from: 0, to: 1 });
  });

  test('are left out when they lie outside', () => {
    expect(barOf(incident(1, { openedAtMs: 0, closedAtMs: now - 7 * HOUR }), range, now)).toBeNull();
  });
});

test('an unfolded incident names its dependents and counts the rest', () => {
  const affected = Array.from({ length: 12 }, (_, index) => index + 100);
  const lines = incidentLines([{ title: 'Open', incidents: [incident(1, { affected })] }], new Set([1]));
  expect(lines.filter((line) => line.kind === 'affected')).toHaveLength(8);
  expect(lines.at(-1)).toMatchObject({ kind: 'more', count: 4 });
  expect(new Set(lines.map((line) => line.key)).size).toBe(lines.length);
});

test('at an earlier moment, what came later is not there and what closed later is open', () => {
  const then = now - 2 * HOUR;
  const known = incidentsAt(
    [
      incident(1),
      incident(2, { openedAtMs: then - 1, closedAtMs: now, acknowledgedAtMs: now, acknowledgedBy: 'A. Berg' }),
      incident(3, { openedAtMs: then - 2, closedAtMs: then - 1 }),
    ],
    then,
  );
  expect(known.map((one) => [one.id, one.closedAtMs, one.acknowledgedBy])).toEqual([
    [2, null, null],
    [3, then - 1, null],
  ]);
});
