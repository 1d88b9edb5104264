/** Which incidents the time bar shows: those of its stretch that are grave enough and as its filter asks. */
import { useMemo } from 'react';
import { create } from 'zustand';
import type { Incident } from '../../shared/contract/incidents.ts';
import { useLiveTopic } from '../engine/use-topic.ts';
import type { FilterSpec } from '../filter/filter-spec.ts';
import { filterIncidents, incidentFilter } from '../incidents/incident-filter.ts';
import { usePreferences } from '../state/preferences.ts';
import { useIncidentsIn } from '../state/use-incidents-in.ts';
import type { TimeRange } from '../state/use-time-range.ts';
import { useNow } from '../ui/use-now.ts';
import { notMilder } from './incident-lanes.ts';

/** Not kept: a bar that is quiet because of last week's filter would be a lie at three in the morning. */
export const useBarFilter = create<{ readonly filter: string; readonly setFilter: (filter: string) => void }>(
  (set) => ({ filter: '', setFilter: (filter) => set({ filter }) }),
);

export interface BarIncidents {
  readonly shown: readonly Incident[];
  /** Before the filter: what it may be made of. */
  readonly all: readonly Incident[];
  readonly spec: FilterSpec<Incident>;
}

export function useBarIncidents(range: TimeRange): BarIncidents {
  const least = usePreferences((state) => state.leastSeverity);
  const filter = useBarFilter((state) => state.filter);
  const incidents = useIncidentsIn(range);
  const devices = useLiveTopic('devices', {}).byId;
  const nowMs = useNow(60_000);
  const spec = useMemo(() => incidentFilter({ nowMs, devices }), [nowMs, devices]);
  const all = useMemo(() => notMilder(incidents, least), [incidents, least]);
  // The devices change all the time: without a filter nothing is made anew for them.
  const asked = filter === '' ? null : spec;
  const shown = useMemo(() => (asked === null ? all : filterIncidents(all, filter, asked)), [all, filter, asked]);
  return { shown, all, spec };
}
