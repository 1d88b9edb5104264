/** HOST-RESOURCES-MIB (RFC 2790): uptime, memory and disk, processors. */
import { TAG, encodeInteger, encodeOctets, encodeOid, encodeUnsigned32, parseOid } from '../ber/encode.ts';
import type { DemoDevice } from '../harbour/network-types.ts';
import { diskShare, memoryShare, processorPercent } from '../world/health.ts';
import { cell, scalar, ticksOf } from './device-view.ts';
import type { DeviceObject, DeviceView } from './device-view.ts';

const HOST = '1.3.6.1.2.1.25';
const STORAGE = `${HOST}.2.3.1`;
const DEVICE = `${HOST}.3.2.1`;
const PROCESSOR = `${HOST}.3.3.1`;
const RAM_TYPE = `${HOST}.2.1.2`;
const DISK_TYPE = `${HOST}.2.1.4`;
const PROCESSOR_TYPE = `${HOST}.3.1.3`;
const FIRST_PROCESSOR = 196_608;

interface Store {
  readonly index: number;
  readonly type: string;
  readonly name: string;
  /** hrStorageAllocationUnits, so large that the size fits an Integer32. */
  readonly unitBytes: number;
  readonly bytes: number;
  readonly share: (view: DeviceView) => number;
}

function storeObjects(store: Store): DeviceObject[] {
  const units = Math.floor(store.bytes / store.unitBytes);
  return [
    cell(`${STORAGE}.1`, [store.index], encodeInteger(store.index)),
    cell(`${STORAGE}.2`, [store.index], encodeOid(parseOid(store.type))),
    cell(`${STORAGE}.3`, [store.index], encodeOctets(store.name)),
    cell(`${STORAGE}.4`, [store.index], encodeInteger(store.unitBytes)),
    cell(`${STORAGE}.5`, [store.index], encodeInteger(units)),
    cell(`${STORAGE}.6`, [store.index], (view) => encodeInteger(Math.round(units * store.share(view)))),
  ];
}

function processorObjects(device: DemoDevice, core: number): DeviceObject[] {
  const index = FIRST_PROCESSOR + core;
  return [
    cell(`${DEVICE}.1`, [index], encodeInteger(index)),
    cell(`${DEVICE}.2`, [index], encodeOid(parseOid(PROCESSOR_TYPE))),
    cell(`${DEVICE}.3`, [index], encodeOctets(`CPU ${core}`)),
    cell(`${DEVICE}.5`, [index], encodeInteger(2)),
    cell(`${PROCESSOR}.1`, [index], encodeOid([0, 0])),
    cell(`${PROCESSOR}.2`, [index], (view) => encodeInteger(processorPercent(view.world, device, core, view.atMs))),
  ];
}

export function hostResourceObjects(device: DemoDevice): DeviceObject[] {
  const { product } = device;
  const stores: Store[] = [
    {
      index: 1,
      type: RAM_TYPE,
      name: 'Physical memory',
      unitBytes: 4096,
      bytes: product.memoryBytes,
      share: (view) => memoryShare(device, view.atMs),
    },
    {
      index: 31,
      type: DISK_TYPE,
      name: product.diskName,
      unitBytes: 65_536,
      bytes: product.diskBytes,
      share: (view) => diskShare(device, view.atMs),
    },
  ];
  return [
    scalar(`${HOST}.1.1`, (view) => encodeUnsigned32(TAG.timeTicks, ticksOf(view, view.atMs))),
    scalar(`${HOST}.2.2`, encodeInteger(Math.floor(product.memoryBytes / 1024))),
    ...stores.flatMap(storeObjects),
    ...Array.from({ length: product.cores }, (_, core) => processorObjects(device, core)).flat(),
  ];
}
