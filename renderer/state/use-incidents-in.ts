/** Incidents that were open at any moment of a stretch of time, for the time bar and the marks of graphs. */
import { useMemo } from 'react';
import type { Incident } from '../../shared/contract/incidents.ts';
import { useCall } from '../engine/use-call.ts';
import { useTopic } from '../engine/use-topic.ts';
import { useNow } from '../ui/use-now.ts';
import type { TimeRange } from './use-time-range.ts';

/** The topic holds closed incidents for a week; an hour less, so that none falls between the two sources. */
const TOPIC_REACH_MS = (7 * 24 - 1) * 3_600_000;
const STEP_MS = 600_000;
const LIMIT = 5000;

export function touches(incident: Incident, { fromMs, toMs }: TimeRange): boolean {
  return incident.openedAtMs <= toMs && (incident.closedAtMs ?? Number.POSITIVE_INFINITY) >= fromMs;
}

/** The topic is live; what is older than it remembers is asked for, and asked anew only when the stretch moves on. */
export function useIncidentsIn(range: TimeRange): readonly Incident[] {
  const { fromMs, toMs } = range;
  const nowMs = useNow(STEP_MS);
  const { items } = useTopic('incidents', {});
  const older = fromMs < nowMs - TOPIC_REACH_MS;
  const asked = older
    ? {
        fromMs: Math.max(0, Math.floor(fromMs / STEP_MS) * STEP_MS),
        toMs: Math.ceil(toMs / STEP_MS) * STEP_MS,
        limit: LIMIT,
      }
    : null;
  const { data } = useCall('incident.list', asked);
  return useMemo(() => {
    const byId = new Map((older ? (data ?? []) : []).map((incident) => [incident.id, incident]));
    for (const incident of items) byId.set(incident.id, incident);
    return [...byId.values()].filter((incident) => touches(incident, { fromMs, toMs }));
  }, [items, data, older, fromMs, toMs]);
}
