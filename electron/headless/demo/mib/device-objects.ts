/** Everything one device's agent answers. */
import { indexObjects } from '../agent/object-index.ts';
import type { ObjectIndex } from '../agent/object-index.ts';
import type { DemoDevice, HarbourNetwork } from '../harbour/network-types.ts';
import { addressObjects } from './addresses.ts';
import { cdpObjects } from './cdp.ts';
import type { DeviceView } from './device-view.ts';
import { entityObjects } from './entities.ts';
import { hostResourceObjects } from './host-resources.ts';
import { interfaceObjects } from './interfaces.ts';
import { lldpObjects } from './lldp.ts';
import { sensorObjects } from './sensors.ts';
import { configObjects, engineObjects, systemObjects } from './system.ts';
import { vlanObjects } from './vlans.ts';

export function indexDevice(device: DemoDevice, network: HarbourNetwork): ObjectIndex<DeviceView> {
  return indexObjects([
    ...systemObjects(device),
    ...engineObjects(device),
    ...configObjects(device),
    ...interfaceObjects(device),
    ...addressObjects(device),
    ...lldpObjects(device, network),
    ...cdpObjects(device, network),
    ...hostResourceObjects(device),
    ...entityObjects(device),
    ...sensorObjects(device),
    ...vlanObjects(device),
  ]);
}
