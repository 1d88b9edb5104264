import { describe, expect, test } from 'vitest';
import { between } from '../../../../renderer/incidents/chosen.ts';
import { incidentsAsCsv, incidentsAsMarkdown } from '../../../../renderer/incidents/incident-export.ts';
import { filterIncidents, incidentFilter } from '../../../../renderer/incidents/incident-filter.ts';
import { incidentLanes, notMilder } from '../../../../renderer/timeline/incident-lanes.ts';
import { incidentOf as incident } from '../timeline/incident.ts';

const NOW = Date.UTC(2026, 10, 17, 15, 0);
const HOUR = 3_600_000;
const power = { cause: 'power' as const, text: 'mains, hall B', by: 'A. Berg', atMs: NOW };

describe('the filter', () => {
  const some = [
    incident(1, { site: 'Depot', acknowledgedBy: 'A. Berg', cause: power, title: 'r1 is down' }),
    incident(2, { site: 'Harbour north', kind: 'link-down', title: 'r2 to r3 down' }),
    incident(3, { site: null, title: 'r3 is down', openedAtMs: NOW - 48 * HOUR }),
  ];
  const spec = incidentFilter({ nowMs: NOW, devices: new Map([[1, { name: 'rv-dist-1' }]]) });
  const found = (filter: string): number[] => filterIncidents(some, filter, spec).map(({ id }) => id);

  test('knows cause, owner and what nobody said', () => {
    expect(found('cause:power')).toEqual([1]);
    expect(found('cause:none')).toEqual([2, 3]);
    expect(found('cause:unknown')).toEqual([]);
    expect(found('-cause:power device:rv-dist-1')).toEqual([2, 3]);
    expect(found('owner:"a. berg"')).toEqual([1]);
    expect(found('owner:none site:none')).toEqual([3]);
    expect(found('SITE:"harbour North"')).toEqual([2]);
  });

  test('looks for words in everything that is told: number, kind, site, owner, cause', () => {
    expect(found('hall')).toEqual([1]);
    expect(found('link down')).toEqual([2]);
    expect(found('#3')).toEqual([3]);
    expect(found('berg r1')).toEqual([1]);
    expect(found('berg r2')).toEqual([]);
  });
});

test('choosing a range takes what stands between, in whichever direction', () => {
  expect(between(4, 2, [1, 2, 3, 4])).toEqual([2, 3, 4]);
  expect(between(9, 2, [1, 2])).toEqual([2]);
});

describe('exports', () => {
  const hostile = incident(7, {
    title: '=cmd|"x" is, down',
    site: '<b>Depot</b>\n| x',
    severity: 'major',
    openedAtMs: NOW - HOUR,
    closedAtMs: NOW,
    cause: power,
  });

  test('CSV quotes, and text from devices runs in no spreadsheet', () => {
    const [, line] = incidentsAsCsv([hostile]).split('\r\n');
    expect(line).toContain(`7,major,device-down,"'=cmd|""x"" is, down"`);
    expect(line).toContain('2026-11-17T14:00:00.000Z,2026-11-17T15:00:00.000Z,3600,');
    expect(line).toContain('Power,"mains, hall B",A. Berg');
  });

  test('Markdown keeps one line a row, and text from devices is no markup', () => {
    const lines = incidentsAsMarkdown([hostile, incident(8)], NOW).split('\n');
    expect(lines).toHaveLength(4);
    expect(lines[2]).toContain(String.raw`\<b\>Depot\</b\> \| x`);
    expect(lines[2]).toContain('2026-11-17 14:00');
    // Every row has as many cells as the head.
    const cells = (line: string | undefined): number => (line ?? '').split(/(?<!\\)\|/).length;
    expect(lines.map(cells)).toEqual(lines.map(() => cells(lines[0])));
  });
});

describe('rows of the time bar', () => {
  const some = [
    incident(1, { kind: 'flapping', severity: 'minor', closedAtMs: NOW }),
    incident(2, { kind: 'device-down', severity: 'critical', closedAtMs: NOW }),
    incident(3, { kind: 'restarted', severity: 'info', closedAtMs: NOW }),
  ];

  test('by kind, the most troubled first; by severity, all four in their order', () => {
    expect(incidentLanes(some, [], 4, 'kind').map(({ label }) => label)).toEqual([
      'Device down',
      'Flapping',
      'Restarted',
    ]);
    expect(incidentLanes(some, [], 4, 'severity').map(({ label, incidents }) => [label, incidents.length])).toEqual([
      ['Critical', 1],
      ['Major', 0],
      ['Minor', 1],
      ['Info', 1],
    ]);
    expect(incidentLanes(some, [], 2, 'kind').at(-1)).toMatchObject({ label: '+2 kinds' });
  });

  test('what is milder than wanted is left out', () => {
    expect(notMilder(some, 'minor').map(({ id }) => id)).toEqual([1, 2]);
    expect(notMilder(some, 'critical').map(({ id }) => id)).toEqual([2]);
    expect(notMilder(some, 'info')).toHaveLength(3);
  });
});
