import { useMemo } from 'react';
import { useCall } from '../engine/use-call.ts';
import { macIn, NO_MACS, type FoundMacs } from './device-filter.ts';

const MOST_HITS = 100;

/** Asks the engine whose interface has the MAC that is being filtered by, in whichever way it is written. */
export function useFoundMacs(filter: string): FoundMacs {
  const wanted = macIn(filter);
  const { data } = useCall('search.find', wanted === null ? null : { text: wanted, limit: MOST_HITS });
  return useMemo(() => {
    if (data === undefined || wanted === null) return NO_MACS;
    const found = new Map<number, string[]>();
    for (const { kind, deviceId, title } of data) {
      // As it was written stands beside it, so that the very piece that was searched is found in it.
      if (kind === 'mac' && deviceId !== null) found.set(deviceId, [...(found.get(deviceId) ?? []), title, wanted]);
    }
    return found;
  }, [data, wanted]);
}
