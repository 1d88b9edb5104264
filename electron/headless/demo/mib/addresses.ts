/** IP-MIB: ipAddrTable, and ipAddressTable for IPv4 (RFC 4293). */
import { TAG, encodeInteger, encodeIpAddress, encodeOid, encodeUnsigned32, parseOid } from '../ber/encode.ts';
import type { DemoDevice, DemoPort, PortAddress } from '../harbour/network-types.ts';
import { cell, octetsOfAddress, scalar } from './device-view.ts';
import type { DeviceObject } from './device-view.ts';

const IP = '1.3.6.1.2.1.4';
const ADDR_TABLE = `${IP}.20.1`;
const ADDRESS_TABLE = `${IP}.34.1`;
const PREFIX_ORIGIN = `${IP}.32.1.5`;
const IPV4 = 1;

function maskOf(prefixLength: number): string {
  const bits = prefixLength === 0 ? 0 : (0xffffffff << (32 - prefixLength)) >>> 0;
  return [24, 16, 8, 0].map((shift) => (bits >>> shift) & 0xff).join('.');
}

function networkOf({ address, prefixLength }: PortAddress): number[] {
  const mask = octetsOfAddress(maskOf(prefixLength));
  return octetsOfAddress(address).map((octet, i) => octet & (mask[i] ?? 0));
}

function oneAddress(port: DemoPort, given: PortAddress): DeviceObject[] {
  const octets = octetsOfAddress(given.address);
  const index = [IPV4, 4, ...octets];
  const prefix = [...parseOid(PREFIX_ORIGIN), port.ifIndex, IPV4, 4, ...networkOf(given), given.prefixLength];
  const unicast = encodeInteger(1);
  return [
    cell(`${ADDR_TABLE}.1`, octets, encodeIpAddress(given.address)),
    cell(`${ADDR_TABLE}.2`, octets, encodeInteger(port.ifIndex)),
    cell(`${ADDR_TABLE}.3`, octets, encodeIpAddress(maskOf(given.prefixLength))),
    cell(`${ADDR_TABLE}.4`, octets, encodeInteger(1)),
    cell(`${ADDR_TABLE}.5`, octets, encodeInteger(65_535)),
    cell(`${ADDRESS_TABLE}.3`, index, encodeInteger(port.ifIndex)),
    cell(`${ADDRESS_TABLE}.4`, index, unicast),
    cell(`${ADDRESS_TABLE}.5`, index, encodeOid(prefix)),
    // Origin manual (2), status preferred (1), storage permanent (4).
    cell(`${ADDRESS_TABLE}.6`, index, encodeInteger(2)),
    cell(`${ADDRESS_TABLE}.7`, index, encodeInteger(1)),
    cell(`${ADDRESS_TABLE}.8`, index, encodeUnsigned32(TAG.timeTicks, 0)),
    cell(`${ADDRESS_TABLE}.11`, index, encodeInteger(4)),
  ];
}

export function addressObjects(device: DemoDevice): DeviceObject[] {
  const routes = device.product.role === 'router' || device.product.role === 'distribution';
  return [
    scalar(`${IP}.1`, encodeInteger(routes || device.product.role === 'firewall' ? 1 : 2)),
    ...device.ports.flatMap((port) => port.addresses.flatMap((given) => oneAddress(port, given))),
  ];
}
