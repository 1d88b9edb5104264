import { describe, expect, test } from 'vitest';
import type { NetworkInterface } from '../../../../shared/contract/devices.ts';
import type { InterfaceLatest } from '../../../../shared/contract/series.ts';
import { choosePorts, comparePortRows, portRow } from '../../../../renderer/devices/port-rows.ts';

const port = (id: number, change: Partial<NetworkInterface> = {}): NetworkInterface => ({
  id,
  deviceId: 1,
  ifIndex: id,
  name: `Te1/0/${id}`,
  description: null,
  alias: null,
  type: null,
  speedBps: 10e9,
  mac: null,
  mtu: null,
  adminStatus: 'up',
  operStatus: 'up',
  addresses: [],
  state: 'up',
  stateSinceMs: 0,
  removedAtMs: null,
  ...change,
});

const latest = (id: number, inUse: number | null, inErrors: number | null = 0): InterfaceLatest => ({
  id,
  deviceId: 1,
  atMs: 0,
  quality: 'good',
  inBps: null,
  outBps: null,
  inPps: null,
  outPps: null,
  inErrors,
  outErrors: null,
  inDiscards: null,
  outDiscards: null,
  inUse,
  outUse: null,
});

describe('a row', () => {
  test('knows use from the one direction that is known, and nothing when none is', () => {
    expect(portRow(port(1), latest(1, 12), undefined).use).toBe(12);
    expect(portRow(port(1), latest(1, null), undefined).use).toBeNull();
    expect(portRow(port(1), undefined, undefined).errorsPerMinute).toBeNull();
  });

  test('that was shut down by a person is no problem, even while down', () => {
    const row = portRow(port(1, { adminStatus: 'down', state: 'down' }), undefined, undefined);
    expect(row.shut).toBe(true);
    expect(row.problem).toBe(false);
  });

  test('with an empty socket is no problem, with errors it is', () => {
    expect(portRow(port(1, { state: 'down' }), undefined, undefined).problem).toBe(false);
    expect(portRow(port(1), latest(1, 5, 1), undefined).problem).toBe(true);
  });
});

test('problems stand first, then the fullest, then ports as people count, shut ones last', () => {
  const rows = [
    portRow(port(1, { adminStatus: 'down' }), undefined, undefined),
    portRow(port(10), latest(10, 0), undefined),
    portRow(port(9), latest(9, 0), undefined),
    portRow(port(3), latest(3, 80), undefined),
    portRow(port(4), latest(4, 1, 2), undefined),
  ].sort(comparePortRows);
  expect(rows.map((row) => row.port.id)).toEqual([4, 3, 9, 10, 1]);
});

test('busy leaves out what carries nothing', () => {
  const rows = [portRow(port(1), latest(1, 0), undefined), portRow(port(2), latest(2, 4), undefined)];
  expect(choosePorts(rows, 'busy').map((row) => row.port.id)).toEqual([2]);
  expect(choosePorts(rows, 'all')).toHaveLength(2);
  expect(choosePorts(rows, 'problems')).toHaveLength(0);
});
