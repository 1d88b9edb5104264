import { describe, expect, test } from 'vitest';
import { coverageAt, viewMoment, viewPortMoment } from '../../../../../electron/engine/network/view-moment.ts';
import type { MomentRows } from '../../../../../electron/engine/store/store.ts';
import { interfaceRow } from '../../../../helpers/store.ts';

const AT = 5000;
const state = (id: number, word: 'up' | 'down') => ({
  id,
  subject: 'device' as const,
  subjectId: id,
  state: word,
  because: null,
  fromMs: 1000,
  toMs: null,
});

const rows = (change: Partial<MomentRows> = {}): MomentRows => ({
  watches: [{ id: 1, fromMs: 0, toMs: AT }],
  devices: [
    { id: 1, state: state(1, 'down') },
    { id: 2, state: null },
  ],
  links: [],
  incidents: [],
  use: [
    { id: 7, inBps: 250_000_000, outBps: null },
    { id: 8, inBps: 1, outBps: 1 },
  ],
  health: [{ id: 1, rttAvg: 1, loss: 0, cpu: null, memory: null }],
  ...change,
});
const portOf = (id: number) => (id === 7 ? interfaceRow(7, 1) : undefined);

describe('whether anybody watched', () => {
  test('inside a watch yes, between two no, and before the first nobody wrote it down', () => {
    const watches = [
      { id: 1, fromMs: 1000, toMs: 2000 },
      { id: 2, fromMs: 4000, toMs: 6000 },
    ];
    expect(coverageAt([{ id: 1, fromMs: 1000, toMs: 2000 }], 2000)).toEqual({ coverage: 'watched', gap: null });
    expect(coverageAt(watches, 3000)).toEqual({ coverage: 'no-data', gap: { fromMs: 2000, toMs: 4000 } });
    expect(coverageAt([{ id: 2, fromMs: 4000, toMs: 6000 }], 7000)).toEqual({
      coverage: 'no-data',
      gap: { fromMs: 6000, toMs: null },
    });
    expect(coverageAt(watches, 500)).toEqual({ coverage: 'unrecorded', gap: null });
  });
});

test('a thing without an interval is unknown, and use is percent of the port', () => {
  const told = viewMoment(rows(), AT, portOf);
  expect(told.devices).toEqual([
    { id: 1, state: 'down', stateSinceMs: 1000, stateBecause: null },
    { id: 2, state: 'unknown', stateSinceMs: null, stateBecause: null },
  ]);
  // A port that was removed with its device has no place any more.
  expect(told.use).toEqual([{ id: 7, deviceId: 1, inBps: 250_000_000, outBps: null, inUse: 25, outUse: null }]);
});

test('of a time that nobody watched no state and no use is told, though an interval runs over it', () => {
  const told = viewMoment(rows({ watches: [{ id: 1, fromMs: 0, toMs: AT - 1 }] }), AT, portOf);
  expect(told.coverage).toBe('no-data');
  expect(told.devices.map((one) => one.state)).toEqual(['unknown', 'unknown']);
  expect([told.use, told.health]).toEqual([[], []]);
  const ports = viewPortMoment(
    { watches: [{ id: 1, fromMs: 0, toMs: 1 }], ports: rows().devices, use: [] },
    AT,
    portOf,
  );
  expect(ports.ports.map((one) => one.state)).toEqual(['unknown', 'unknown']);
});
