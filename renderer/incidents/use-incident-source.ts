/** Where the list takes its incidents from: what the page follows anyway, the stretch of the time bar, or all of history. */
import { useMemo } from 'react';
import type { CallError } from '../../shared/contract/errors.ts';
import type { Incident } from '../../shared/contract/incidents.ts';
import { useTopic } from '../engine/use-topic.ts';
import { useIncidentsShown } from '../past/past-incidents.ts';
import type { Failure } from '../state/use-action.ts';
import { useIncidentsIn } from '../state/use-incidents-in.ts';
import { useTimeRange } from '../state/use-time-range.ts';
import { countText } from '../ui/count-text.ts';
import { useNow } from '../ui/use-now.ts';
import { useIncidentPages } from './use-incident-pages.ts';

export type Stretch = 'recent' | 'bar' | 'all';

export interface IncidentSource {
  /** As they were known at the moment shown. */
  readonly items: readonly Incident[];
  /** Nothing is on its way any more. */
  readonly complete: boolean;
  readonly error: CallError | null;
  readonly failure: Failure | null;
  /** How far the reading is; null where there is nothing to say. */
  readonly words: string | null;
  readonly more: () => void;
}

const MINUTE_MS = 60_000;
/** What the topic surely holds; only what is asked for beyond that is read from the file. */
const RECENT_MS = (7 * 24 - 2) * 60 * MINUTE_MS;

const nothingMore = (): void => undefined;

/** What is followed is newer than what was read: it goes before. */
function merged(read: readonly Incident[], followed: readonly Incident[]): readonly Incident[] {
  const byId = new Map(read.map((incident) => [incident.id, incident]));
  for (const incident of followed) byId.set(incident.id, incident);
  return [...byId.values()];
}

/** `sinceMs`: the filter asks for what is older than the last week; null where it does not say. */
export function useIncidentSource(stretch: Stretch, sinceMs: number | null): IncidentSource {
  const { items, ready, error } = useTopic('incidents', {});
  const bar = useTimeRange();
  const presentMs = useNow(MINUTE_MS);
  const recent = { fromMs: sinceMs ?? presentMs - RECENT_MS, toMs: presentMs + MINUTE_MS };
  const inStretch = useIncidentsIn(stretch === 'bar' ? bar : recent);
  const pages = useIncidentPages(stretch === 'all');
  const all = useMemo(() => merged(pages.items, items), [pages.items, items]);
  const known = useIncidentsShown(stretch === 'all' ? all : inStretch);
  if (stretch !== 'all') return { items: known, complete: ready, error, failure: null, words: null, more: nothingMore };
  const count = countText(all.length, 'incident');
  return {
    items: known,
    complete: pages.complete,
    error,
    failure: pages.failure,
    words: pages.complete ? `All ${count} of this file.` : `${count} read, newest first${pages.loading ? ' …' : ''}`,
    more: pages.more,
  };
}
