import { expect, test } from 'vitest';
import {
  barSpan,
  LONGEST_SPAN_MS,
  movedEnd,
  SHORTEST_SPAN_MS,
  zoomedEnd,
  zoomedSpan,
} from '../../../../renderer/timeline/bar-range.ts';
import { spokenText } from '../../../../renderer/timeline/bar-words.ts';
import { incidentOf } from './incident.ts';

const HOUR = 3_600_000;
const now = 1000 * HOUR;

test('following now it shows the stretch of the graphs and a bit of the future', () => {
  const span = barSpan(6 * HOUR, null, now);
  expect(span.fromMs).toBe(now - 6 * HOUR);
  expect(span.toMs).toBeGreaterThan(now);
  expect(barSpan(6 * HOUR, now - HOUR, now)).toEqual({ fromMs: now - 7 * HOUR, toMs: now - HOUR });
});

test('moved back to now it follows again', () => {
  expect(movedEnd(null, -HOUR, now)).toBe(now - HOUR);
  expect(movedEnd(now - HOUR, HOUR, now)).toBeNull();
});

test('zooming stays within what can be read, and keeps the moment in its place', () => {
  expect(zoomedSpan(SHORTEST_SPAN_MS, 0.5)).toBe(SHORTEST_SPAN_MS);
  expect(zoomedSpan(LONGEST_SPAN_MS, 2)).toBe(LONGEST_SPAN_MS);
  const shown = { fromMs: now - 6 * HOUR, toMs: now };
  expect(zoomedEnd(shown, 3 * HOUR, now - 3 * HOUR, now)).toBe(now - 1.5 * HOUR);
  expect(zoomedEnd(shown, 12 * HOUR, now - 3 * HOUR, now)).toBeNull();
});

test('an incident is said with severity, place, state and age', () => {
  const open = incidentOf(418, {
    severity: 'critical',
    title: 'rv-dist-1 is down',
    affected: [2, 3],
    openedAtMs: now - HOUR / 2,
    closedAtMs: null,
  });
  const said = spokenText(open, now);
  expect(said).toMatch(
    /^rv-dist-1 is down\. Critical, no\. 418, Riverside, 2 devices behind it, open, since \d\d:\d\d .*, 30 min\. Not acknowledged$/,
  );
});
