/** Changes of state in the words of `trunkline watch`. Pure but for names looked up. */
import type { WatchLine } from '../../../shared/model/watch-line.ts';
import { HEALTH_WORDS, isFault } from '../../../shared/model/hardware.ts';
import type { InterfaceRow, LinkRow, SensorRow } from '../store/rows.ts';
import type { StateChange } from './state-intervals.ts';

interface Names {
  nameOf(deviceId: number): string;
  readonly interfaces: { get(id: number): InterfaceRow | undefined };
  readonly links: { get(id: number): LinkRow | undefined };
  readonly sensors: { get(id: number): SensorRow | undefined };
}

/** Null where the thing itself is gone already. */
export function watchLineOfState(names: Names, change: StateChange): WatchLine | null {
  const at = new Date(change.atMs).toISOString();
  const { from, to, subject, subjectId } = change;
  const because = change.because ?? undefined;
  if (subject === 'link') {
    const link = names.links.get(subjectId);
    if (link === undefined) return null;
    return {
      at,
      kind: 'link',
      from,
      to,
      a: { device: names.nameOf(link.aDeviceId), interface: portName(names, link.aInterfaceId, link.aPort) },
      b: { device: names.nameOf(link.bDeviceId), interface: portName(names, link.bInterfaceId, link.bPort) },
    };
  }
  if (subject === 'interface') {
    const row = names.interfaces.get(subjectId);
    if (row === undefined) return null;
    return { at, kind: 'state', device: names.nameOf(row.deviceId), interface: row.name, from, to, because };
  }
  if (subject === 'sensor') {
    const row = names.sensors.get(subjectId);
    // A device has dozens, and that each of them is seen for the first time is no news, unless it is at fault.
    if (row === undefined || (from === null && !isBad(to))) return null;
    return { at, kind: 'state', device: names.nameOf(row.deviceId), sensor: row.name, from, to, because };
  }
  const aspect = subject === 'device' ? undefined : subject;
  return { at, kind: 'state', device: names.nameOf(subjectId), aspect, from, to, because };
}

const isBad = (state: StateChange['to']): boolean => HEALTH_WORDS.some((word) => word === state && isFault(word));

const portName = (names: Names, interfaceId: number | null, port: string | null): string | null =>
  (interfaceId === null ? undefined : names.interfaces.get(interfaceId)?.name) ?? port;
