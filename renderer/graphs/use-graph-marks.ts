import { useMemo } from 'react';
import { useCall } from '../engine/use-call.ts';
import { useIncidentsIn } from '../state/use-incidents-in.ts';
import type { TimeRange } from '../state/use-time-range.ts';
import { graphMarks, type GraphMark, type GraphSubject } from './graph-marks.ts';

const STEP_MS = 60_000;
const LIMIT = 200;

/** Incidents and events of the stretch that concern the graph. Events are asked for once a minute. */
export function useGraphMarks({ deviceId, interfaceId }: GraphSubject, range: TimeRange): readonly GraphMark[] {
  const { fromMs, toMs } = range;
  const incidents = useIncidentsIn(range);
  const asked =
    deviceId === null
      ? null
      : {
          deviceId,
          fromMs: Math.max(0, Math.floor(fromMs / STEP_MS) * STEP_MS),
          toMs: Math.ceil(toMs / STEP_MS) * STEP_MS,
          limit: LIMIT,
        };
  const { data } = useCall('event.list', asked);
  return useMemo(
    () => graphMarks(incidents, data ?? [], { deviceId, interfaceId }, { fromMs, toMs }),
    [incidents, data, deviceId, interfaceId, fromMs, toMs],
  );
}
