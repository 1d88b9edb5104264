import { describe, expect, it } from 'vitest';
import { decodeAddresses } from '../../../../../../electron/engine/snmp/decode/addresses.ts';
import { decodeEntitySensors } from '../../../../../../electron/engine/snmp/decode/entity-sensors.ts';
import {
  decodeHostMemory,
  decodeStorage,
  storageRows,
} from '../../../../../../electron/engine/snmp/decode/host-resources.ts';
import { decodeInterfaces } from '../../../../../../electron/engine/snmp/decode/interfaces.ts';
import { decodeUcdMemory, decodeUcdProcessor } from '../../../../../../electron/engine/snmp/decode/ucd-memory.ts';
import type { WalkedRow } from '../../../../../../electron/engine/snmp/tables/table-spec.ts';
import type { SnmpValue } from '../../../../../../electron/engine/snmp/wire/value.ts';

const row = (index: readonly number[], cells: Readonly<Record<string, SnmpValue>>): WalkedRow => ({
  index,
  cells,
  atMs: 0,
  uptimeHundredths: null,
});
const text = (value: string): Buffer => Buffer.from(value);

describe('interfaces', () => {
  it('are named by ifDescr where there is no ifName, and 64-bit counters win', () => {
    const ifRows = [
      row([1], { descr: text('eth0'), type: 6, operStatus: 1, inOctets: 5, outOctets: 6 }),
      row([2], { descr: text('eth1') }),
    ];
    const [first, second] = decodeInterfaces(ifRows, [
      row([1], { name: text('e0'), hcInOctets: 2n ** 40n, hcOutOctets: null }),
    ]);
    expect(first).toMatchObject({
      name: 'e0',
      type: 'ethernetCsmacd',
      operStatus: 'up',
      inOctets: 2n ** 40n,
      outOctets: 6n,
    });
    expect(second).toMatchObject({ name: 'eth1', alias: null, type: null, inOctets: null, mtu: null });
  });

  it('of which only a number is left are gone (IOS XE 17.12)', () => {
    expect(decodeInterfaces([row([2], { index: 2 })], [])).toEqual([]);
  });

  it('of a type that IANA does not name keep the number', () => {
    expect(decodeInterfaces([row([1], { type: 9999 })], [])[0]?.type).toBe('9999');
  });
});

describe('health', () => {
  it('counts memory without what buffers and cache give back', () => {
    expect(decodeUcdMemory([1000, 200, 100, 300, 0, 0])).toEqual([
      { name: 'Physical memory', usedPercent: 40, usedBytes: 409_600, totalBytes: 1_024_000 },
    ]);
    expect(decodeUcdMemory([null, null, null, null, null, null])).toEqual([]);
  });

  it('tells memory from disks, and takes large sizes for what they are', () => {
    const type = (number: number): string => `1.3.6.1.2.1.25.2.1.${number}`;
    const rows = storageRows([
      row([1], { type: type(2), descr: text('Physical memory'), unitBytes: 1024, size: 1000, used: 900 }),
      row([2], { type: type(1), descr: text('Memory buffers'), unitBytes: 1024, size: 1000, used: 100 }),
      row([3], { type: type(1), descr: text('Cached memory'), unitBytes: 1024, size: 300, used: 300 }),
      row([4], { type: type(4), descr: text('/data'), unitBytes: 4096, size: -1_294_967_296, used: 1_500_000_000 }),
      row([5], { type: type(4), descr: text('/empty'), unitBytes: 4096, size: 0, used: 0 }),
    ]);
    expect(decodeHostMemory(rows)).toMatchObject([
      { name: 'Physical memory', usedPercent: 50 },
      { name: 'Memory buffers', usedPercent: 10, totalBytes: 1_024_000 },
      // Its own size is what it holds: of the whole, it is a part.
      { name: 'Cached memory', usedPercent: 30, totalBytes: 1_024_000 },
    ]);
    expect(decodeStorage(rows)).toMatchObject([{ name: '/data', usedPercent: 50, totalBytes: 3_000_000_000 * 4096 }]);
    expect(decodeStorage(rows)).toHaveLength(1);
  });

  it('takes buffers and cache from no memory where it is not clear from which', () => {
    const ram = '1.3.6.1.2.1.25.2.1.2';
    const rows = storageRows([
      row([1], { type: ram, descr: text('Slot 1 RAM'), unitBytes: 1, size: 1000, used: 900 }),
      row([2], { type: ram, descr: text('Slot 2 RAM'), unitBytes: 1, size: 1000, used: 500 }),
      row([3], { type: ram, descr: text('RAM (Cache)'), unitBytes: 1, size: 1000, used: 300 }),
    ]);
    expect(decodeHostMemory(rows).map(({ usedPercent }) => usedPercent)).toEqual([90, 50, 30]);
  });

  it('tells one processor of agents that list none, and none of an idle time that cannot be', () => {
    expect(decodeUcdProcessor(93)).toEqual([{ name: 'CPU', percent: 7 }]);
    expect(decodeUcdProcessor(101)).toEqual([]);
    expect(decodeUcdProcessor(null)).toEqual([]);
  });

  it('scales sensors, and gives no value for one that does not work', () => {
    const names = new Map([[3, 'DOM TX Power Sensor for Ethernet1']]);
    const sensors = decodeEntitySensors(
      [
        row([1], { type: 8, scale: 9, precision: 1, value: 365, status: 1 }),
        row([2], { type: 10, scale: 9, precision: 0, value: 0, status: 3 }),
        row([3], { type: 6, scale: 8, precision: 4, value: 6322, status: 1 }),
        row([4], { type: 2, scale: 9, precision: 0, value: 7, status: 1 }),
      ],
      names,
      { valueOid: '1.2' },
    );
    expect(sensors).toMatchObject([
      { kind: 'temperature', name: 'Sensor 1', value: 36.5, unit: '°C', status: 'ok', oid: '1.2.1' },
      { kind: 'fanspeed', name: 'Sensor 2', value: null, unit: 'rpm', status: 'nonoperational', oid: '1.2.2' },
      {
        kind: 'dbm',
        name: 'DOM TX Power Sensor for Ethernet1',
        value: -1.991,
        unit: 'dBm',
        status: 'ok',
        oid: '1.2.3',
        told: { raw: '6322', how: '6322 x 10^-7 W, 10 log10 of milliwatts' },
      },
    ]);
  });
});

describe('addresses', () => {
  it('of both tables are told once, with what either knows', () => {
    const pointer = '1.3.6.1.2.1.4.32.1.5.3.1.4.192.0.2.0.24';
    const newRows = [
      row([1, 4, 192, 0, 2, 1], { ifIndex: 3, type: 1, prefix: pointer }),
      row([1, 4, 192, 0, 2, 255], { ifIndex: 3, type: 3 }),
    ];
    const oldRows = [
      row([192, 0, 2, 1], { ifIndex: 3, netMask: '255.255.255.0' }),
      row([10, 0, 0, 1], { ifIndex: 4, netMask: '255.0.0.0' }),
    ];
    expect(decodeAddresses(newRows, oldRows)).toEqual([
      { address: '192.0.2.1', prefixLength: 24, ifIndex: 3 },
      { address: '10.0.0.1', prefixLength: 8, ifIndex: 4 },
    ]);
  });
});
