import { useItem } from '../engine/use-topic.ts';

export interface PortOfGraph {
  readonly deviceId: number | null;
  /** "ng-dist-1 Ethernet1/1"; what is not known yet is left out. */
  readonly name: string;
  /** Null while unknown: then nothing can be suspect, and use cannot be told. */
  readonly speedBps: number | null;
  /** When the newest sample was taken. */
  readonly sampledAtMs: number | null;
}

/**
 * Name, speed and newest sample of an interface. Without its device only interfaces at the end of a link are known, from the
 * topic that the map follows too.
 */
export function usePortOfGraph(interfaceId: number, given: number | undefined): PortOfGraph {
  const latest = useItem('samples.interfaces', given === undefined ? {} : { deviceId: given }, interfaceId);
  const deviceId = given ?? latest?.deviceId ?? null;
  const port = useItem('interfaces', deviceId === null ? null : { deviceId }, interfaceId);
  const device = useItem('devices', {}, deviceId);
  return {
    deviceId,
    name: [device?.name, port?.name].filter((word) => word !== undefined).join(' '),
    speedBps: port?.speedBps ?? speedFromUse(latest),
    sampledAtMs: latest?.atMs ?? null,
  };
}

/** A sample tells its use in percent: the speed follows from it. */
function speedFromUse(
  sample: { inBps: number | null; inUse: number | null; outBps: number | null; outUse: number | null } | undefined,
): number | null {
  if (sample === undefined) return null;
  const of = (rate: number | null, use: number | null): number | null =>
    rate === null || use === null || use <= 0 ? null : (rate / use) * 100;
  return of(sample.outBps, sample.outUse) ?? of(sample.inBps, sample.inUse);
}
