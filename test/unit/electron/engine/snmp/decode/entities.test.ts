import { describe, expect, it } from 'vitest';
import type { InterfaceReading, SensorReading } from '../../../../../../shared/model/reading.ts';
import { decodeParts, keptParts } from '../../../../../../electron/engine/snmp/decode/entities.ts';
import { placeSensors } from '../../../../../../electron/engine/snmp/decode/place-sensors.ts';
import type { WalkedRow } from '../../../../../../electron/engine/snmp/tables/table-spec.ts';
import type { SnmpValue } from '../../../../../../electron/engine/snmp/wire/value.ts';

const row = (index: readonly number[], cells: Readonly<Record<string, SnmpValue>>): WalkedRow => ({
  index,
  cells,
  atMs: 0,
  uptimeHundredths: null,
});
const text = (value: string): Buffer => Buffer.from(value);

const STACK = 11;
const CHASSIS = 3;
const CONTAINER = 5;
const SUPPLY = 6;
const FAN = 7;
const SENSOR = 8;
const MODULE = 9;
const PORT = 10;

const part = (index: number, within: number, kind: number, name: string, more: Record<string, SnmpValue> = {}) =>
  row([index], { containedIn: within, class: kind, name: text(name), position: index, ...more });

const partsOf = (
  entities: readonly WalkedRow[],
  aliases: readonly WalkedRow[] = [],
  states: readonly WalkedRow[] = [],
) => decodeParts({ entities, aliases, states });

describe('the tree of parts', () => {
  it('has each part before what it holds, by position, whatever the order of the rows', () => {
    const { parts, notes } = partsOf([
      part(30, 10, FAN, 'Fan 2', { position: 2 }),
      part(20, 10, FAN, 'Fan 1', { position: 1 }),
      part(10, 1, CHASSIS, 'Switch 1', { serial: text('FOC1'), isFru: 1 }),
      part(1, 0, STACK, 'Stack'),
      part(11, 1, CHASSIS, 'Switch 2', { serial: text(' '), isFru: 2 }),
    ]);
    expect(parts.map(({ name, parent }) => [name, parent])).toEqual([
      ['Stack', null],
      ['Switch 1', 1],
      ['Fan 1', 10],
      ['Fan 2', 10],
      ['Switch 2', 1],
    ]);
    expect(parts[1]).toMatchObject({ class: 'chassis', serial: 'FOC1', replaceable: true });
    expect(parts[4]).toMatchObject({ serial: null, replaceable: false, health: 'unknown' });
    expect(notes).toEqual([]);
  });

  it('is taken as far as it goes where parents are missing or parts hold each other', () => {
    const { parts, notes } = partsOf([
      part(1, 0, CHASSIS, 'Chassis'),
      part(2, 99, MODULE, 'Lost card'),
      part(3, 4, MODULE, 'Left'),
      part(4, 3, MODULE, 'Right'),
      part(5, 4, FAN, 'Fan on a circle'),
      part(6, 6, FAN, 'Fan in itself'),
    ]);
    expect(new Set(parts.map(({ name }) => name)).size).toBe(6);
    expect(Object.fromEntries(parts.map(({ name, parent }) => [name, parent]))).toEqual({
      Chassis: null,
      'Lost card': null,
      Left: null,
      Right: null,
      'Fan on a circle': 4,
      'Fan in itself': null,
    });
    expect(notes).toEqual([
      'entPhysicalTable: one part names a parent that is not in the table.',
      'entPhysicalTable: 3 parts are said to hold each other in a circle.',
    ]);
  });

  it('tells what ENTITY-STATE-MIB says, and unknown where it says nothing', () => {
    const critical = Buffer.from([0x20]);
    const minor = Buffer.from([0x08]);
    const { parts } = partsOf(
      [1, 2, 3, 4, 5].map((index) => part(index, 0, SUPPLY, `PSU ${index}`)),
      [],
      [
        row([1], { oper: 3, alarm: Buffer.from([0x00]) }),
        row([2], { oper: 3, alarm: critical }),
        row([3], { oper: 3, alarm: minor }),
        row([4], { oper: 2, alarm: null }),
      ],
    );
    expect(parts.map(({ health }) => health)).toEqual(['ok', 'critical', 'warning', 'failed', 'unknown']);
  });

  it('keeps modules and what holds them, and leaves out sensors, plain ports and empty slots', () => {
    const { parts } = partsOf([
      part(1, 0, CHASSIS, 'Chassis'),
      part(2, 1, CONTAINER, 'Slot 1'),
      part(3, 2, PORT, 'Te1/1', { serial: text('SFP1') }),
      part(4, 3, SENSOR, 'Te1/1 Rx power'),
      part(5, 1, CONTAINER, 'Slot 2'),
      part(6, 1, PORT, 'Gi0/1'),
      part(7, 1, FAN, 'Fan'),
    ]);
    expect(keptParts(parts).map(({ name }) => name)).toEqual(['Chassis', 'Slot 1', 'Te1/1', 'Fan']);
  });
});

const port = (ifIndex: number, name: string, description = name): InterfaceReading => ({
  ifIndex,
  name,
  description,
  alias: null,
  type: null,
  speedBps: null,
  adminStatus: null,
  operStatus: null,
  mac: null,
  mtu: null,
  inOctets: null,
  outOctets: null,
});
const sensor = (kind: string, name: string, more: Partial<SensorReading> = {}): SensorReading => ({
  kind,
  name,
  value: 1,
  unit: null,
  ...more,
});

describe('sensors', () => {
  const aliases = [row([31, 0], { identifier: '1.3.6.1.2.1.2.2.1.1.7' })];
  const { parts } = partsOf(
    [
      part(1, 0, CHASSIS, 'Chassis'),
      part(30, 1, MODULE, 'SFP in slot 7'),
      part(31, 30, PORT, 'Port of slot 7'),
      part(32, 30, SENSOR, 'Slot 7 receive power'),
      part(40, 1, FAN, 'Fan 1'),
      part(41, 40, SENSOR, 'Fan 1 speed'),
      part(42, 40, SENSOR, 'Fan 1 air'),
      part(50, 1, SENSOR, 'Inlet'),
    ],
    aliases,
  );
  const place = (one: SensorReading) =>
    placeSensors([one], { parts, interfaces: [port(7, 'Te7'), port(9, 'Ethernet1/1')] })[0];

  it('belong to the port that stands beside them in the module', () => {
    expect(place(sensor('dbm', 'Slot 7 receive power', { entity: 32 }))).toMatchObject({
      ifIndex: 7,
      optic: 'rx',
      entity: 30,
    });
  });

  it('belong to the port whose name theirs begins with', () => {
    expect(place(sensor('dbm', 'Ethernet1/1 Lane 1 Transceiver Transmit Power'))).toMatchObject({
      ifIndex: 9,
      optic: 'tx',
    });
    expect(place(sensor('current', 'Ethernet1/1 Transceiver Bias Current'))).toMatchObject({
      ifIndex: 9,
      optic: 'bias',
    });
    expect(place(sensor('temperature', 'Ethernet1/1 Transceiver Temperature'))).toMatchObject({ optic: 'temperature' });
  });

  it('of a fan tell its state by speed, and nothing of it by temperature', () => {
    expect(place(sensor('fanspeed', 'Fan 1 speed', { entity: 41 }))).toMatchObject({ component: 'fan', entity: 40 });
    expect(place(sensor('temperature', 'Fan 1 air', { entity: 42 }))).not.toHaveProperty('component');
  });

  it('of the chassis are of no port and no optic', () => {
    const placed = place(sensor('temperature', 'Inlet', { entity: 50 }));
    expect(placed).toMatchObject({ entity: 1 });
    expect(placed).not.toHaveProperty('optic');
    expect(placed).not.toHaveProperty('ifIndex');
  });
});
