/** ENTITY-MIB (RFC 6933): the tree of parts, which of them is which interface; and CISCO-ENVMON-MIB's word for a fan or a supply. */
import { encodeInteger, encodeOctets, encodeOid, parseOid } from '../ber/encode.ts';
import type { DemoDevice } from '../harbour/network-types.ts';
import { CHASSIS, bayEmpty, fanIndex, opticalPorts, partsOf, portIndex, supplyIndex, upTo } from '../harbour/parts.ts';
import type { DemoPart } from '../harbour/parts.ts';
import { fanFailed } from '../world/health.ts';
import { cell } from './device-view.ts';
import type { DeviceObject, DeviceView } from './device-view.ts';
import { sensorsOf } from './sensors.ts';

const PHYSICAL = '1.3.6.1.2.1.47.1.1.1.1';
const ALIAS = '1.3.6.1.2.1.47.1.3.2.1.2';
const IF_INDEX = '1.3.6.1.2.1.2.2.1.1';
const ENVMON = '1.3.6.1.4.1.9.9.13.1';
const ENVMON_STATES = { normal: 1, critical: 3, notPresent: 5 } as const;

function partObjects({ product }: DemoDevice, part: DemoPart): DeviceObject[] {
  const chassis = part.index === CHASSIS;
  const columns: [number, Buffer][] = [
    [2, encodeOctets(part.description)],
    [3, encodeOid([0, 0])],
    [4, encodeInteger(part.within)],
    [5, encodeInteger(part.class)],
    [6, encodeInteger(part.position)],
    [7, encodeOctets(part.name)],
    [8, encodeOctets(part.serial === '' ? '' : 'V02')],
    [9, encodeOctets('')],
    [10, encodeOctets(chassis ? product.osVersion : '')],
    [11, encodeOctets(part.serial)],
    [12, encodeOctets(part.serial === '' ? '' : product.vendor)],
    [13, encodeOctets(part.model)],
    [16, encodeInteger(part.replaceable ? 1 : 2)],
  ];
  return columns.map(([column, value]) => cell(`${PHYSICAL}.${column}`, [part.index], value));
}

type EnvmonState = keyof typeof ENVMON_STATES;

function envmonState(
  table: number,
  index: number,
  name: string,
  state: (view: DeviceView) => EnvmonState,
): DeviceObject[] {
  return [
    cell(`${ENVMON}.${table}.1.2`, [index], encodeOctets(name)),
    cell(`${ENVMON}.${table}.1.3`, [index], (view) => encodeInteger(ENVMON_STATES[state(view)])),
  ];
}

const FANS = 4;
const SUPPLIES = 5;

function envmonObjects(device: DemoDevice): DeviceObject[] {
  if (!device.product.cisco) return [];
  return [
    ...upTo(device.product.fans).flatMap((fan) =>
      envmonState(FANS, fanIndex(fan), `Fan ${fan}`, (view) =>
        fanFailed(view.world, device, fan, view.atMs) ? 'critical' : 'normal',
      ),
    ),
    ...upTo(device.product.supplies).flatMap((supply) => {
      const state = bayEmpty(device, supply) ? 'notPresent' : 'normal';
      return envmonState(SUPPLIES, supplyIndex(supply), `Power supply ${supply}`, () => state);
    }),
  ];
}

export function entityObjects(device: DemoDevice): DeviceObject[] {
  const parts = [...partsOf(device), ...sensorsOf(device).map((one) => one.part)];
  return [
    ...parts.flatMap((part) => partObjects(device, part)),
    ...opticalPorts(device).map((port, at) =>
      cell(ALIAS, [portIndex(at), 0], encodeOid(parseOid(`${IF_INDEX}.${port.ifIndex}`))),
    ),
    ...envmonObjects(device),
  ];
}
