/** One device at one moment, as its agent sees itself. Counters are worked out when a column is asked, once a moment. */
import { octetsAt } from '../world/counters.ts';
import type { Direction } from '../world/counters.ts';
import type { DemoDevice, DemoPort } from '../harbour/network-types.ts';
import type { MibObject } from '../agent/object-index.ts';
import { bootedAtMs } from '../world/world.ts';
import type { World } from '../world/world.ts';

export interface DeviceView {
  readonly world: World;
  readonly device: DemoDevice;
  readonly atMs: number;
  readonly bootedAtMs: number;
  octets(port: DemoPort, direction: Direction): bigint;
}

export type DeviceObject = MibObject<DeviceView>;

export function viewDevice(world: World, device: DemoDevice, atMs: number): DeviceView {
  const known = new Map<string, bigint>();
  return {
    world,
    device,
    atMs,
    bootedAtMs: bootedAtMs(world, device, atMs),
    octets(port, direction) {
      const key = `${port.ifIndex}${direction}`;
      const value = known.get(key) ?? octetsAt(world, device, port, direction, atMs);
      known.set(key, value);
      return value;
    },
  };
}

/** sysUpTime of a moment, in hundredths of a second; not below zero. */
export function ticksOf(view: DeviceView, momentMs: number): number {
  return Math.max(0, Math.floor((momentMs - view.bootedAtMs) / 10));
}

/** A column's object for one row. */
export function cell(column: string, index: readonly number[], value: DeviceObject['value']): DeviceObject {
  return { oid: [...column.split('.').map(Number), ...index], value };
}

export function scalar(object: string, value: DeviceObject['value']): DeviceObject {
  return cell(object, [0], value);
}

export const octetsOfAddress = (dotted: string): number[] => dotted.split('.').map(Number);
