import { useMemo } from 'react';
import { useTopic } from '../engine/use-topic.ts';
import { comparePortRows, portRow, type PortRow } from './port-rows.ts';
import { useDeviceLinks } from './use-device-links.ts';

/** The interfaces of a device with their newest rates, in the order that matters; ports that are gone left out. */
export function usePortRows(deviceId: number): readonly PortRow[] {
  const ports = useTopic('interfaces', { deviceId });
  const latest = useTopic('samples.interfaces', { deviceId });
  const links = useDeviceLinks(deviceId);
  return useMemo(
    () =>
      ports.items
        .filter((port) => port.removedAtMs === null)
        .map((port) => portRow(port, latest.byId.get(port.id), links.get(port.id)))
        .sort(comparePortRows),
    [ports.items, latest, links],
  );
}
