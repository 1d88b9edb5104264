/** Incidents as they were known at the moment shown. */
import { useMemo } from 'react';
import type { Incident } from '../../shared/contract/incidents.ts';
import { usePlayhead } from '../state/playhead.ts';
import { incidentsAt } from './incidents-at.ts';
import { usePast } from './past-moment.ts';

/** Cut to the moment shown; with those that were open then and closed too long ago for the topic. */
export function incidentsShown(incidents: readonly Incident[]): readonly Incident[] {
  const { atMs } = usePlayhead.getState();
  if (atMs === null) return incidents;
  const older = usePast.getState().moment?.incidents ?? [];
  const known = new Set(incidents.map(({ id }) => id));
  return incidentsAt([...incidents, ...older.filter(({ id }) => !known.has(id))], atMs);
}

/** The same for a component: draws again when the playhead moves or the moment has been read. */
export function useIncidentsShown(incidents: readonly Incident[]): readonly Incident[] {
  const atMs = usePlayhead((state) => state.atMs);
  const moment = usePast((state) => state.moment);
  // oxlint-disable-next-line react/exhaustive-deps -- what it reads from the stores is named here
  return useMemo(() => incidentsShown(incidents), [incidents, atMs, moment]);
}
