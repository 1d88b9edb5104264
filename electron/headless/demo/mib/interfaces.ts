/** IF-MIB (RFC 2863): ifTable, ifXTable and the two scalars beside them. */
import { TAG, encodeCounter64, encodeInteger, encodeOctets, encodeOid, encodeUnsigned32 } from '../ber/encode.ts';
import type { DemoDevice, DemoPort } from '../harbour/network-types.ts';
import { countersBeganMs, inputErrorsAt, lastChangeMs, operStatusAt, packetSize } from '../world/counters.ts';
import type { Direction } from '../world/counters.ts';
import { cell, scalar, ticksOf } from './device-view.ts';
import type { DeviceObject, DeviceView } from './device-view.ts';

const INTERFACES = '1.3.6.1.2.1.2';
const IF_TABLE = `${INTERFACES}.2.1`;
const IF_X_TABLE = '1.3.6.1.2.1.31.1.1.1';
const TABLE_LAST_CHANGE = '1.3.6.1.2.1.31.1.5';
const MOST_GAUGE32 = 4_294_967_295;

const gauge = (value: number): Buffer => encodeUnsigned32(TAG.gauge32, value);
const counter32 = (value: bigint | number): Buffer => encodeUnsigned32(TAG.counter32, value);
const ticks = (value: number): Buffer => encodeUnsigned32(TAG.timeTicks, value);
const NO_EVENTS = counter32(0);

type Value = DeviceObject['value'];

/** Broadcast and multicast are a fixed small share of the packets. */
const packets = (view: DeviceView, port: DemoPort, direction: Direction, share: bigint): bigint =>
  view.octets(port, direction) / packetSize(view.device, port) / share;

const EVERY = 1n;
const MULTICAST = 400n;
const BROADCAST = 900n;

function discontinuity(view: DeviceView, port: DemoPort): number {
  return ticksOf(view, countersBeganMs(view.world, view.device, port, view.atMs));
}

function identityColumns(port: DemoPort): [number, Value][] {
  return [
    [1, encodeInteger(port.ifIndex)],
    [2, encodeOctets(port.description)],
    [3, encodeInteger(port.type)],
    [4, encodeInteger(port.mtu)],
    [5, gauge(Math.min(port.speedBps, MOST_GAUGE32))],
    [6, encodeOctets(port.mac)],
    [7, encodeInteger(port.adminUp ? 1 : 2)],
    [8, (view) => encodeInteger(operStatusAt(view.world, view.device, port, view.atMs))],
    [9, (view) => ticks(ticksOf(view, lastChangeMs(view.world, view.device, port, view.atMs)))],
  ];
}

function counterColumns(port: DemoPort): [number, Value][] {
  return [
    [10, (view) => counter32(view.octets(port, 'in'))],
    [11, (view) => counter32(packets(view, port, 'in', EVERY))],
    [13, NO_EVENTS],
    [14, (view) => counter32(inputErrorsAt(view.world, view.device, port, view.atMs))],
    [16, (view) => counter32(view.octets(port, 'out'))],
    [17, (view) => counter32(packets(view, port, 'out', EVERY))],
    [19, NO_EVENTS],
    [20, NO_EVENTS],
    [22, encodeOid([0, 0])],
  ];
}

function extraColumns(port: DemoPort): [number, Value][] {
  return [
    [1, encodeOctets(port.name)],
    [14, encodeInteger(1)],
    [15, gauge(Math.round(port.speedBps / 1e6))],
    [16, encodeInteger(2)],
    [17, encodeInteger(port.use === 'virtual' ? 2 : 1)],
    [18, encodeOctets(port.alias)],
    [19, (view) => ticks(discontinuity(view, port))],
  ];
}

function extraCounterColumns(port: DemoPort): [number, Value][] {
  const directions: [Direction, number][] = [
    ['in', 6],
    ['out', 10],
  ];
  return [
    [2, (view) => counter32(packets(view, port, 'in', MULTICAST))],
    [3, (view) => counter32(packets(view, port, 'in', BROADCAST))],
    [4, (view) => counter32(packets(view, port, 'out', MULTICAST))],
    [5, (view) => counter32(packets(view, port, 'out', BROADCAST))],
    ...directions.flatMap(([direction, column]): [number, Value][] => [
      [column, (view) => encodeCounter64(view.octets(port, direction))],
      [column + 1, (view) => encodeCounter64(packets(view, port, direction, EVERY))],
      [column + 2, (view) => encodeCounter64(packets(view, port, direction, MULTICAST))],
      [column + 3, (view) => encodeCounter64(packets(view, port, direction, BROADCAST))],
    ]),
  ];
}

function rowsOf(table: string, port: DemoPort, columns: readonly [number, Value][]): DeviceObject[] {
  return columns.map(([column, value]) => cell(`${table}.${column}`, [port.ifIndex], value));
}

function portObjects(port: DemoPort): DeviceObject[] {
  const plain = [...rowsOf(IF_TABLE, port, identityColumns(port)), ...rowsOf(IF_X_TABLE, port, extraColumns(port))];
  // A mute aggregate is there by name, and the agent tells no counter of it: unknown, not zero.
  if (port.use === 'mute') return plain;
  return [
    ...plain,
    ...rowsOf(IF_TABLE, port, counterColumns(port)),
    ...rowsOf(IF_X_TABLE, port, extraCounterColumns(port)),
  ];
}

export function interfaceObjects(device: DemoDevice): DeviceObject[] {
  return [
    scalar(`${INTERFACES}.1`, encodeInteger(device.ports.length)),
    ...device.ports.flatMap(portObjects),
    // No row comes or goes while a device is up, so the table changed last at its start.
    scalar(TABLE_LAST_CHANGE, ticks(0)),
  ];
}
