/** The links of one device, by its own port. */
import { useMemo } from 'react';
import type { Device } from '../../shared/contract/devices.ts';
import type { Link, LinkEnd } from '../../shared/contract/topology.ts';
import { useTopic } from '../engine/use-topic.ts';

export interface PortLink {
  readonly link: Link;
  readonly far: LinkEnd;
  readonly neighbour: Device | undefined;
}

/** Pure: what each port of a device is linked to. */
export function linksByPort(
  deviceId: number,
  links: readonly Link[],
  devices: ReadonlyMap<number | string, Device>,
): ReadonlyMap<number, PortLink> {
  const byPort = new Map<number, PortLink>();
  for (const link of links) {
    const ends: readonly [LinkEnd, LinkEnd][] = [
      [link.a, link.b],
      [link.b, link.a],
    ];
    for (const [near, far] of ends) {
      if (near.deviceId !== deviceId || near.interfaceId === null) continue;
      byPort.set(near.interfaceId, { link, far, neighbour: devices.get(far.deviceId) });
    }
  }
  return byPort;
}

export function useDeviceLinks(deviceId: number): ReadonlyMap<number, PortLink> {
  const links = useTopic('links', {});
  const devices = useTopic('devices', {});
  return useMemo(() => linksByPort(deviceId, links.items, devices.byId), [deviceId, links.items, devices]);
}
