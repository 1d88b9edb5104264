/** SNMPv2-MIB system group, SNMP-FRAMEWORK-MIB snmpEngine, and CISCO-CONFIG-MAN-MIB's change times. */
import { TAG, encodeInteger, encodeOctets, encodeOid, encodeUnsigned32, parseOid } from '../ber/encode.ts';
import type { DemoDevice } from '../harbour/network-types.ts';
import { restartsBy } from '../world/world.ts';
import { scalar, ticksOf } from './device-view.ts';
import type { DeviceObject, DeviceView } from './device-view.ts';

const SYSTEM = '1.3.6.1.2.1.1';
const ENGINE = '1.3.6.1.6.3.10.2.1';
const CONFIG_HISTORY = '1.3.6.1.4.1.9.9.43.1.1';

const ticks = (value: number): Buffer => encodeUnsigned32(TAG.timeTicks, value);

export function systemObjects(device: DemoDevice): DeviceObject[] {
  const { product } = device;
  return [
    scalar(`${SYSTEM}.1`, encodeOctets(product.sysDescr)),
    scalar(`${SYSTEM}.2`, encodeOid(parseOid(product.sysObjectId))),
    scalar(`${SYSTEM}.3`, (view) => ticks(ticksOf(view, view.atMs))),
    scalar(`${SYSTEM}.4`, encodeOctets('noc@harbour.net')),
    scalar(`${SYSTEM}.5`, encodeOctets(device.name)),
    scalar(`${SYSTEM}.6`, encodeOctets(device.location)),
    scalar(`${SYSTEM}.7`, encodeInteger(product.services)),
  ];
}

/** RFC 3411: enterprise number with the top bit set, then format 3 (MAC address). */
function engineId(device: DemoDevice): Buffer {
  const enterprise = Buffer.alloc(4);
  enterprise.writeUInt32BE((0x80000000 + (parseOid(device.product.sysObjectId)[6] ?? 0)) >>> 0);
  return Buffer.concat([enterprise, Buffer.from([3]), device.chassisMac]);
}

const STARTS_BEFORE = 7;

export function engineObjects(device: DemoDevice): DeviceObject[] {
  return [
    scalar(`${ENGINE}.1`, encodeOctets(engineId(device))),
    scalar(`${ENGINE}.2`, (view) => encodeInteger(STARTS_BEFORE + restartsBy(view.world, device, view.atMs))),
    scalar(`${ENGINE}.3`, (view) => encodeInteger(Math.floor((view.atMs - view.bootedAtMs) / 1000))),
    scalar(`${ENGINE}.4`, encodeInteger(8192)),
  ];
}

/** sysUpTime at the last change or saving; 0 when there was none since the start (CISCO-CONFIG-MAN-MIB). */
function lastOf(view: DeviceView, edge: 'fromMs' | 'toMs'): Buffer {
  const changes = view.world.chronicle(view.atMs).configChanged.get(view.device.name) ?? [];
  const moments = changes.map((change) => change[edge]).filter((moment) => moment <= view.atMs);
  return ticks(moments.length === 0 ? 0 : ticksOf(view, Math.max(...moments)));
}

export function configObjects(device: DemoDevice): DeviceObject[] {
  if (!device.product.cisco) return [];
  return [
    scalar(`${CONFIG_HISTORY}.1`, (view) => lastOf(view, 'fromMs')),
    scalar(`${CONFIG_HISTORY}.2`, (view) => lastOf(view, 'toMs')),
    scalar(`${CONFIG_HISTORY}.3`, (view) => lastOf(view, 'toMs')),
  ];
}
