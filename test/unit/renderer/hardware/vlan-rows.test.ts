import { expect, test } from 'vitest';
import type { NetworkInterface } from '../../../../shared/contract/devices.ts';
import { portVlans, rangesText, vlanMatrix } from '../../../../renderer/hardware/vlan-rows.ts';

const port = (id: number, name: string): NetworkInterface => ({
  id,
  deviceId: 1,
  ifIndex: id,
  name,
  description: null,
  alias: null,
  type: null,
  speedBps: null,
  mac: null,
  mtu: null,
  adminStatus: null,
  operStatus: null,
  addresses: [],
  state: 'up',
  stateSinceMs: 0,
  removedAtMs: null,
});

const VLANS = [
  { vlan: 10, name: 'users', untagged: [1], tagged: [3], lost: 0 },
  { vlan: 20, name: null, untagged: [], tagged: [3], lost: 0 },
];

test('ports that are in a VLAN stand as people list them, with what they carry', () => {
  const matrix = vlanMatrix(VLANS, [port(3, 'Gi1/0/10'), port(1, 'Gi1/0/2'), port(2, 'Gi1/0/1')]);
  expect(matrix.ports.map(({ name }) => name)).toEqual(['Gi1/0/2', 'Gi1/0/10']);
  expect(matrix.of.get(10)?.get(1)).toBe('untagged');
  expect(matrix.of.get(20)?.get(1)).toBeUndefined();
  expect(portVlans(VLANS, matrix)).toMatchObject([
    { untagged: [10], tagged: [] },
    { untagged: [], tagged: [10, 20] },
  ]);
});

test('runs of VLANs are shortened', () => {
  expect(rangesText([30, 1, 10, 11, 12])).toBe('1, 10-12, 30');
  expect(rangesText([])).toBe('');
});
