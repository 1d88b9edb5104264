import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { laneLabels, cutText } from '../../../../renderer/timeline/bar-labels.ts';
import { barAt, barsByTime, laneBars, LEAST_BAR_PX, momentOf, xOf } from '../../../../renderer/timeline/lane-bars.ts';
import { nextBar } from '../../../../renderer/timeline/next-bar.ts';
import { incidentOf } from './incident.ts';

const scale = { fromMs: 0, toMs: 1000, left: 100, width: 1000 };
const lane = (...incidents: ReturnType<typeof incidentOf>[]) => ({ key: 'a', label: 'A', incidents });
/** Every letter 6 px. */
const measure = (text: string): number => text.length * 6;
const bounds = { from: 100, to: 1100 };

describe('bars', () => {
  test('an open one reaches to now, a short one has its least width, one from before has no edge', () => {
    const open = incidentOf(1, { openedAtMs: 500, closedAtMs: null });
    const short = incidentOf(2, { openedAtMs: 100, closedAtMs: 101 });
    const before = incidentOf(3, { openedAtMs: -50, closedAtMs: 50 });
    const bars = laneBars([lane(open, short, before)], scale, 900);
    expect(bars.find(({ incident }) => incident === open)).toMatchObject({ from: 600, to: 1000, open: true });
    expect(bars.find(({ incident }) => incident === short)).toMatchObject({ from: 200, to: 200 + LEAST_BAR_PX });
    expect(bars.find(({ incident }) => incident === before)).toMatchObject({ from: 100, begins: false });
  });

  test('a short one is painted after a long one and found first', () => {
    const long = incidentOf(1, { openedAtMs: 100, closedAtMs: 800 });
    const short = incidentOf(2, { openedAtMs: 300, closedAtMs: 310 });
    const bars = laneBars([lane(short, long)], scale, 900);
    expect(bars.map(({ incident }) => incident.id)).toEqual([1, 2]);
    expect(barAt(bars, 0, 405)?.incident.id).toBe(2);
    expect(barAt(bars, 0, 600)?.incident.id).toBe(1);
    expect(barAt(bars, 1, 600)).toBeNull();
  });

  test('of two that cover each other the worse is painted last', () => {
    const grave = incidentOf(1, { severity: 'critical', openedAtMs: 100, closedAtMs: null });
    const mild = incidentOf(2, { severity: 'minor', openedAtMs: 101, closedAtMs: null });
    for (const both of [lane(grave, mild), lane(mild, grave)]) {
      expect(laneBars([both], scale, 900).map(({ incident }) => incident.id)).toEqual([2, 1]);
    }
  });

  test('every bar lies inside its stretch', () => {
    const moment = fc.integer({ min: -2000, max: 3000 });
    fc.assert(
      fc.property(moment, fc.nat(2000), (openedAtMs, lastedMs) => {
        const incident = incidentOf(1, { openedAtMs, closedAtMs: openedAtMs + lastedMs });
        for (const bar of laneBars([lane(incident)], scale, 1000)) {
          expect(bar.from).toBeGreaterThanOrEqual(100);
          expect(bar.to).toBeLessThanOrEqual(1100);
          expect(bar.to - bar.from).toBeGreaterThanOrEqual(LEAST_BAR_PX);
        }
      }),
    );
  });

  test('pixels and moments are each other’s inverse', () => {
    expect(momentOf(scale, xOf(scale, 137))).toBeCloseTo(137);
  });
});

describe('labels', () => {
  const labelsOf = (...incidents: ReturnType<typeof incidentOf>[]) =>
    laneLabels(laneBars([lane(...incidents)], scale, 1000), bounds, measure);

  test('inside where it fits, else on the right, else on the left, else cut', () => {
    const wide = incidentOf(1, { title: 'short', openedAtMs: 0, closedAtMs: 100 });
    expect(labelsOf(wide)).toMatchObject([{ inside: true, text: 'short' }]);
    const narrow = incidentOf(2, { title: 'does not fit', openedAtMs: 500, closedAtMs: 520 });
    expect(labelsOf(narrow)).toMatchObject([{ inside: false, x: 625 }]);
    const atTheEnd = incidentOf(3, { title: 'does not fit', openedAtMs: 980, closedAtMs: 1000 });
    expect(labelsOf(atTheEnd)).toMatchObject([{ inside: false, x: 1080 - 5 - 72 }]);
    const walls = [
      incidentOf(4, { title: 'x', openedAtMs: 0, closedAtMs: 449 }),
      incidentOf(5, { title: 'y', openedAtMs: 511, closedAtMs: 1000 }),
    ];
    const between = incidentOf(6, {
      title: 'much too long for this',
      openedAtMs: 450,
      closedAtMs: 510,
      severity: 'critical',
    });
    expect(labelsOf(...walls, between).find(({ bar }) => bar.incident.id === 6)).toMatchObject({
      inside: true,
      text: 'much to…',
    });
  });

  test('no words lie on other words or on another bar', () => {
    const one = fc.record({ openedAtMs: fc.nat(1000), lasted: fc.nat(300), letters: fc.integer({ min: 1, max: 30 }) });
    fc.assert(
      fc.property(fc.array(one, { maxLength: 12 }), (parts) => {
        const incidents = parts.map(({ openedAtMs, lasted, letters }, id) =>
          incidentOf(id, { openedAtMs, closedAtMs: openedAtMs + lasted, title: 'm'.repeat(letters) }),
        );
        const bars = laneBars([lane(...incidents)], scale, 1000);
        const labels = laneLabels(bars, bounds, measure);
        const extents = labels.map(({ x, text }) => ({ from: x, to: x + measure(text) }));
        extents.forEach((a, index) => {
          for (const b of extents.slice(index + 1)) expect(a.to <= b.from || a.from >= b.to).toBe(true);
        });
        for (const { bar, inside, x, text } of labels) {
          if (inside) expect(x + measure(text)).toBeLessThanOrEqual(bar.to);
          else for (const other of bars) expect(x + measure(text) <= other.from || x >= other.to).toBe(true);
        }
      }),
    );
  });

  test('a cut text keeps at least its beginning', () => {
    expect(cutText('ng-acc-07 uplink flapping', 60, measure)).toBe('ng-acc-07…');
    expect(cutText('ng-acc-07', 20, measure)).toBeNull();
  });
});

describe('keys', () => {
  const lanes = [
    lane(incidentOf(1, { openedAtMs: 100, closedAtMs: 200 }), incidentOf(3, { openedAtMs: 600, closedAtMs: 700 })),
    { key: 'b', label: 'B', incidents: [incidentOf(2, { openedAtMs: 300, closedAtMs: 400 })] },
  ];
  const bars = laneBars(lanes, scale, 1000);
  const idAfter = (id: number | null, key: Parameters<typeof nextBar>[2]) => nextBar(bars, id, key)?.incident.id;

  test('left and right walk in time through all lanes and stay at the ends', () => {
    expect(barsByTime(bars).map(({ incident }) => incident.id)).toEqual([1, 2, 3]);
    expect([idAfter(1, 'ArrowRight'), idAfter(2, 'ArrowRight'), idAfter(3, 'ArrowRight')]).toEqual([2, 3, 3]);
    expect([idAfter(2, 'ArrowLeft'), idAfter(1, 'ArrowLeft')]).toEqual([1, 1]);
    expect([idAfter(null, 'ArrowLeft'), idAfter(null, 'Home'), idAfter(1, 'End')]).toEqual([3, 1, 3]);
  });

  test('up and down change the lane to the nearest in time', () => {
    expect([idAfter(2, 'ArrowUp'), idAfter(3, 'ArrowDown'), idAfter(2, 'ArrowDown')]).toEqual([1, 2, 2]);
  });

  test('an empty bar leads nowhere', () => {
    expect(nextBar([], null, 'ArrowRight')).toBeUndefined();
  });
});
