/** Devices and links for the map's tests: everything plain, so that a test names only what it is about. */
import type { Device } from '../../../../shared/contract/devices.ts';
import type { Link } from '../../../../shared/contract/topology.ts';

export function aDevice(id: number, parts: Partial<Device> = {}): Device {
  return {
    id,
    uid: `uid-${id}`,
    name: `d${id}`,
    address: `10.0.0.${id % 250}`,
    sshPort: 22,
    site: null,
    kind: 'switch',
    kindPinned: false,
    maintenanceUntilMs: null,
    managed: true,
    vendor: null,
    model: null,
    os: null,
    osVersion: null,
    serial: null,
    sysName: null,
    sysDescr: null,
    sysObjectId: null,
    location: null,
    contact: null,
    state: 'up',
    stateSinceMs: 0,
    stateBecause: null,
    icmp: 'answers',
    snmp: 'answers',
    ssh: 'unused',
    problem: null,
    lastAnswerAtMs: 0,
    bootedAtMs: null,
    pollIntervalMs: null,
    addedAtMs: 0,
    ...parts,
  };
}

export function aLink(id: number, a: number, b: number, parts: Partial<Link> = {}): Link {
  return {
    id,
    a: { deviceId: a, interfaceId: id * 10, port: `a${id}` },
    b: { deviceId: b, interfaceId: id * 10 + 1, port: `b${id}` },
    confidence: 'confirmed',
    ageing: false,
    protocols: ['LLDP'],
    rule: '2 LLDP two-sided',
    state: 'up',
    stateSinceMs: 0,
    flapping: false,
    speedBps: 10e9,
    firstSeenAtMs: 0,
    lastSeenAtMs: 0,
    ...parts,
  };
}

/** A distribution switch 1 under a core 2, with `leaves` access switches from id 10 on. */
export function aTree(leaves: number, change: (id: number) => Partial<Device> = () => ({})) {
  const ids = Array.from({ length: leaves }, (_, i) => 10 + i);
  return {
    devices: [
      aDevice(1, { kind: 'l3-switch', name: 'dist' }),
      aDevice(2, { kind: 'router', name: 'core' }),
      ...ids.map((id) => aDevice(id, change(id))),
    ],
    links: [aLink(1, 1, 2, { speedBps: 40e9 }), ...ids.map((id) => aLink(id, 1, id))],
  };
}
