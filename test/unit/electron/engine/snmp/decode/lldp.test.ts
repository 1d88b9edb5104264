import { describe, expect, it } from 'vitest';
import type { InterfaceReading } from '../../../../../../shared/model/reading.ts';
import { decodeCdpNeighbours } from '../../../../../../electron/engine/snmp/decode/cdp.ts';
import {
  decodeLldpNeighbours,
  decodeLocalPorts,
  rowsWithoutPort,
} from '../../../../../../electron/engine/snmp/decode/lldp.ts';
import type { LldpRows } from '../../../../../../electron/engine/snmp/decode/lldp.ts';
import { decodeChassisId, decodePortId } from '../../../../../../electron/engine/snmp/decode/lldp-ids.ts';
import { portNames } from '../../../../../../electron/engine/snmp/decode/local-port.ts';
import type { WalkedRow } from '../../../../../../electron/engine/snmp/tables/table-spec.ts';
import type { SnmpValue } from '../../../../../../electron/engine/snmp/wire/value.ts';

const row = (index: readonly number[], cells: Readonly<Record<string, SnmpValue>>): WalkedRow => ({
  index,
  cells,
  atMs: 0,
  uptimeHundredths: null,
});

const port = (ifIndex: number, name: string, alias: string | null = null): InterfaceReading => ({
  ifIndex,
  name,
  description: `Port ${name}`,
  alias,
  type: null,
  speedBps: null,
  adminStatus: null,
  operStatus: null,
  mac: `02:00:00:00:00:${String(ifIndex).padStart(2, '0')}`,
  mtu: null,
  inOctets: null,
  outOctets: null,
});

const names = portNames([port(49, 'ge-0/0/1', 'uplink'), port(50, 'ge-0/0/2'), port(3, 'me0')]);
const remote = {
  chassisIdSubtype: 4,
  chassisId: Buffer.from('020000aabbcc', 'hex'),
  portIdSubtype: 5,
  portId: Buffer.from('eth1'),
  portDesc: Buffer.from('to core'),
  sysName: Buffer.from('r2.example'),
  sysDesc: null,
  capEnabled: Buffer.from('2800', 'hex'),
};

const decode = (more: Partial<LldpRows>) =>
  decodeLldpNeighbours({
    version: 1,
    remotes: [row([120, 1, 7], remote)],
    addresses: [],
    ports: [],
    bridgePorts: new Map(),
    names,
    ...more,
  })[0];

describe('LLDP neighbours', () => {
  it('are decoded by their subtypes', () => {
    expect(decode({})).toMatchObject({
      remoteName: 'r2.example',
      remoteChassisId: '02:00:00:aa:bb:cc',
      remotePort: 'eth1',
      remotePortDescription: 'to core',
      remoteCapabilities: ['bridge', 'router'],
    });
  });

  it.each([
    ['MAC in octets', 4, Buffer.from('020000aabbcc', 'hex'), '02:00:00:aa:bb:cc'],
    ['MAC in text', 4, Buffer.from('02:00:00:AA:BB:CC'), '02:00:00:aa:bb:cc'],
    ['MAC with zeros behind', 4, Buffer.from('020000aabbcc0000', 'hex'), '02:00:00:aa:bb:cc'],
    ['IPv4 address', 5, Buffer.from('01c0000201', 'hex'), '192.0.2.1'],
    ['local text', 7, Buffer.from('rack-4'), 'rack-4'],
    ['local octets that are a MAC', 7, Buffer.from('020000aabbcc', 'hex'), '02:00:00:aa:bb:cc'],
    ['nothing', 4, Buffer.alloc(0), null],
  ])('chassis id: %s', (_, subtype, bytes, wanted) => {
    expect(decodeChassisId(subtype, bytes)).toBe(wanted);
  });

  it('port id: MAC and address', () => {
    expect(decodePortId(3, Buffer.from('020000aabbcc', 'hex'))).toBe('02:00:00:aa:bb:cc');
    expect(decodePortId(4, Buffer.from('01c0000201', 'hex'))).toBe('192.0.2.1');
  });

  it('stand at the interface that the local port table names', () => {
    const ports = decodeLocalPorts([row([1], { idSubtype: 5, id: Buffer.from('GE-0/0/1'), desc: null })], 1, names);
    expect(decode({ ports })).toMatchObject({ localIfIndex: 49, localPort: 'GE-0/0/1' });
  });

  it('find it by MAC, by alias and by description too', () => {
    const rows = [
      row([1], { idSubtype: 3, id: Buffer.from('020000000050', 'hex'), desc: null }),
      row([2], { idSubtype: 1, id: Buffer.from('uplink'), desc: null }),
      row([3], { idSubtype: 7, id: Buffer.from('17'), desc: Buffer.from('Port me0') }),
    ];
    expect(decodeLocalPorts(rows, 1, names).map((one) => one.ifIndex)).toEqual([50, 49, 3]);
  });

  it('else at the bridge port of that number, else at the interface of that number, else nowhere', () => {
    expect(decode({ bridgePorts: new Map([[1, 50]]) })?.localIfIndex).toBe(50);
    expect(decode({ remotes: [row([120, 49, 7], remote)] })?.localIfIndex).toBe(49);
    expect(decode({})?.localIfIndex).toBeNull();
    expect(decode({ remotes: [row([120, 0, 7], remote)] })).toMatchObject({ localIfIndex: null, localPort: null });
  });

  it('are counted where they do not say at which port they stand, so that a warning can tell it', () => {
    expect(rowsWithoutPort([row([0, 3, 1], {}), row([7], {}), row([3, 1], {})], 1)).toBe(1);
    expect(rowsWithoutPort([row([0, 3, 1, 1], {}), row([0, 3, 1], {})], 2)).toBe(1);
  });

  it('survive an index with numbers missing (RouterOS 6 gives one)', () => {
    expect(decode({ remotes: [row([7], remote)] })).toMatchObject({ localIfIndex: null, remoteName: 'r2.example' });
    expect(decode({ remotes: [row([49, 7], remote)] })?.localIfIndex).toBe(49);
  });

  it('bring the address that one can use', () => {
    const at = [120, 1, 7];
    const v6 = [2, 16, 0xfe, 0x80, ...Array.from({ length: 13 }, () => 0), 1];
    const addresses = [
      row([...at, ...v6], {}),
      row([...at, 1, 4, 10, 0, 0, 2], {}),
      row([120, 2, 7, 1, 4, 10, 9, 9, 9], {}),
    ];
    expect(decode({ addresses })?.remoteAddress).toBe('10.0.0.2');
    expect(decode({ addresses: [row([...at, 1, 10, 0, 0, 3], {})] })?.remoteAddress).toBe('10.0.0.3');
    expect(decode({ addresses: [row([...at, 6, 4, 1, 2, 3, 4], {})] })?.remoteAddress).toBeNull();
  });

  it('of the second MIB stand at an ifIndex, behind a destination address', () => {
    expect(decode({ version: 2, remotes: [row([120, 49, 1, 7], remote)] })?.localIfIndex).toBe(49);
  });
});

describe('CDP neighbours', () => {
  it('stand at the ifIndex of the index', () => {
    const cells = {
      address: Buffer.from([192, 0, 2, 9]),
      deviceId: Buffer.from('sw9.example(FOC1234)'),
      devicePort: Buffer.from('GigabitEthernet1/0/1'),
      platform: Buffer.from('cisco WS-C2960'),
      capabilities: Buffer.from([0, 0, 0, 0x29]),
    };
    expect(decodeCdpNeighbours([row([49, 3], cells)], names)[0]).toMatchObject({
      protocol: 'CDP',
      localIfIndex: 49,
      localPort: 'ge-0/0/1',
      remoteName: 'sw9.example(FOC1234)',
      remotePort: 'GigabitEthernet1/0/1',
      remoteAddress: '192.0.2.9',
      remoteCapabilities: ['router', 'bridge'],
    });
  });
});
