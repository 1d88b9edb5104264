import { useItem } from '../engine/use-topic.ts';

export interface PortOfGraph {
  readonly deviceId: number | null;
  /** Null while unknown: then nothing can be suspect, and use cannot be told. */
  readonly speedBps: number | null;
  /** When the newest sample was taken. */
  readonly sampledAtMs: number | null;
}

/**
 * Speed and newest sample of an interface. Without its device only interfaces at the end of a link are known, from the topic
 * that the map follows too.
 */
export function usePortOfGraph(interfaceId: number, deviceId: number | undefined): PortOfGraph {
  const port = useItem('interfaces', deviceId === undefined ? null : { deviceId }, interfaceId);
  const latest = useItem('samples.interfaces', deviceId === undefined ? {} : { deviceId }, interfaceId);
  return {
    deviceId: deviceId ?? latest?.deviceId ?? null,
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
