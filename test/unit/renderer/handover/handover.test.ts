import { expect, test } from 'vitest';
import type { Handover } from '../../../../shared/contract/overview.ts';
import { handoverMarkdown } from '../../../../renderer/handover/handover-markdown.ts';
import { shiftReport } from '../../../../renderer/handover/handover-model.ts';
import { localMinute, shiftChoice } from '../../../../renderer/handover/shift-choice.ts';
import { incidentOf } from '../timeline/incident.ts';

const HOUR = 3_600_000;
const NOW = Date.UTC(2026, 10, 28, 16);
const SINCE = NOW - 8 * HOUR;

const item = (...args: Parameters<typeof incidentOf>): Handover['incidents'][number] => ({
  incident: incidentOf(...args),
  notes: [],
});

const handover = (parts: Partial<Handover>): Handover => ({
  sinceMs: SINCE,
  untilMs: NOW,
  incidents: [],
  more: false,
  maintenance: [],
  ...parts,
});

test('incidents fall into open, closed in the shift, and noted on afterwards', () => {
  const report = shiftReport(
    handover({
      incidents: [
        item(1, { severity: 'minor', openedAtMs: NOW - HOUR, closedAtMs: null }),
        item(2, { severity: 'critical', openedAtMs: NOW - 30 * HOUR, closedAtMs: null }),
        item(3, { severity: 'critical', openedAtMs: NOW - 40 * HOUR, closedAtMs: null }),
        item(4, { openedAtMs: SINCE - HOUR, closedAtMs: SINCE + 1 }),
        item(5, { openedAtMs: SINCE + HOUR, closedAtMs: SINCE + 2 * HOUR }),
        item(6, { openedAtMs: SINCE - 5 * HOUR, closedAtMs: SINCE - 4 * HOUR }),
      ],
    }),
  );
  const ids = (list: typeof report.open): readonly number[] => list.map(({ incident }) => incident.id);
  expect(ids(report.open)).toEqual([3, 2, 1]);
  expect(ids(report.closed)).toEqual([5, 4]);
  expect(ids(report.noted)).toEqual([6]);
  expect(report.opened).toBe(2);
});

test('devices still in maintenance come before those that are through', () => {
  const entry = (deviceId: number, name: string, untilMs: number | null) => ({
    deviceId,
    name,
    site: null,
    fromMs: SINCE,
    untilMs,
  });
  const report = shiftReport(handover({ maintenance: [entry(1, 'b', NOW), entry(2, 'c', null), entry(3, 'a', null)] }));
  expect(report.maintenance.map(({ name }) => name)).toEqual(['a', 'c', 'b']);
});

test('Markdown tells all of it, and what devices and people wrote stays text', () => {
  const incident = incidentOf(7, {
    severity: 'critical',
    title: 'r_1 <img src=x> is down',
    site: 'Hall B|2',
    affected: [3, 4],
    openedAtMs: NOW - HOUR,
    closedAtMs: null,
    acknowledgedBy: 'A. Berg',
    acknowledgedAtMs: NOW - HOUR / 2,
  });
  const notes = [{ id: 1, atMs: NOW - HOUR / 4, author: 'M. Lind', text: 'No power in *hall B*\n# call 123' }];
  const maintenance = [{ deviceId: 9, name: 'sto-1', site: 'Depot', fromMs: NOW - 2 * HOUR, untilMs: null }];
  const text = handoverMarkdown(shiftReport(handover({ incidents: [{ incident, notes }], maintenance })), 'Harbour');
  expect(text).toContain('# Hand-over, Harbour\n');
  expect(text).toContain('1 incident open, 1 opened and 0 closed in the shift, 1 device in maintenance.');
  expect(text).toContain(String.raw`- **Critical: r\_1 \<img src=x\> is down** (no. 7, Hall B\|2): since `);
  expect(text).toContain('1 h; 2 devices behind it; acknowledged by A. Berg, ');
  expect(text).toMatch(/\n {2}- \d\d:\d\d M\. Lind: No power in \\\*hall B\\\* {2}\n {4}\\# call 123\n/);
  expect(text).toContain('## Closed in the shift\n\nNone.\n');
  expect(text).toMatch(/- sto-1 \(Depot\): since \d\d:\d\d, 2 h\n/);
});

test('a shift is one of the usual lengths or begins when a person said', () => {
  expect(shiftChoice(undefined, NOW)).toEqual({ length: '12h', sinceMs: NOW - 12 * HOUR });
  expect(shiftChoice('8h', NOW)).toEqual({ length: '8h', sinceMs: SINCE });
  expect(shiftChoice('2026-11-28T06:00:00Z', NOW)).toEqual({ length: 'custom', sinceMs: Date.UTC(2026, 10, 28, 6) });
  expect(shiftChoice('since lunch', NOW)).toEqual(shiftChoice(undefined, NOW));
});

test('the field of date and time gives back the minute that it got', () => {
  for (const atMs of [NOW, Date.UTC(2026, 6, 1, 23, 59)]) expect(Date.parse(localMinute(atMs))).toBe(atMs);
});
