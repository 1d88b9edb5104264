/** What people do with one or many incidents, each with the way back. */
import { create } from 'zustand';
import type { AssignedCause, Incident, IncidentCause } from '../../shared/contract/incidents.ts';
import { causeNames } from '../../shared/model/cause-names.ts';
import { call } from '../engine/connection.ts';
import { usePreferences } from '../state/preferences.ts';
import { toastFailure } from '../state/use-action.ts';
import { countText } from '../ui/count-text.ts';

/** Signs what nobody has put a name under yet; the name is set in Settings, Appearance. */
export const UNNAMED_OPERATOR = 'Operator';

export function operatorName(): string {
  return usePreferences.getState().operatorName ?? UNNAMED_OPERATOR;
}

export interface Deed {
  /** "3 incidents acknowledged" */
  readonly words: string;
  /** Null where there is no way back: a note stays. */
  readonly undo: (() => Promise<unknown>) | null;
}

/** The last one, until it was undone or the reader put it away. */
export const useLastDeed = create<{ readonly deed: Deed | null }>(() => ({ deed: null }));

export function forgetDeed(): void {
  useLastDeed.setState({ deed: null });
}

function done(incidents: readonly Incident[], words: string, undo: Deed['undo']): void {
  useLastDeed.setState({ deed: { words: `${countText(incidents.length, 'incident')} ${words}`, undo } });
}

function nothingToDo(words: string): void {
  useLastDeed.setState({ deed: { words, undo: null } });
}

export async function undoLastDeed(): Promise<void> {
  const { deed } = useLastDeed.getState();
  if (deed === null || deed.undo === null) return;
  forgetDeed();
  await deed.undo().catch((error: unknown) => toastFailure('This could not be undone', error));
}

/** A call takes a thousand at most. */
const AT_ONCE = 1000;

async function inParts(incidents: readonly Incident[], work: (ids: number[]) => Promise<unknown>): Promise<void> {
  for (let from = 0; from < incidents.length; from += AT_ONCE) {
    await work(incidents.slice(from, from + AT_ONCE).map(({ id }) => id));
  }
}

const takeBack = (incidents: readonly Incident[]): Promise<void> =>
  inParts(incidents, (incidentIds) => call('incident.unacknowledge', { incidentIds }));

const acknowledgeAs = (incidents: readonly Incident[], by: string): Promise<void> =>
  inParts(incidents, (incidentIds) => call('incident.acknowledge', { incidentIds, by }));

/** Those of them that nobody has acknowledged yet. */
export async function acknowledge(incidents: readonly Incident[]): Promise<void> {
  const waiting = incidents.filter(({ acknowledgedBy }) => acknowledgedBy === null);
  if (waiting.length === 0) return nothingToDo('All of them are acknowledged already');
  await acknowledgeAs(waiting, operatorName());
  done(waiting, 'acknowledged', () => takeBack(waiting));
}

/** Groups by what stood there before, so that each gets its own back. */
function byFormer<K>(incidents: readonly Incident[], formerOf: (incident: Incident) => K): readonly [K, Incident[]][] {
  const found = new Map<string, [K, Incident[]]>();
  for (const incident of incidents) {
    const former = formerOf(incident);
    const key = JSON.stringify(former);
    const known = found.get(key);
    if (known === undefined) found.set(key, [former, [incident]]);
    else known[1].push(incident);
  }
  return [...found.values()];
}

export async function unacknowledge(incidents: readonly Incident[]): Promise<void> {
  const owned = incidents.filter(({ acknowledgedBy }) => acknowledgedBy !== null);
  if (owned.length === 0) return nothingToDo('None of them is acknowledged');
  await takeBack(owned);
  done(owned, 'no longer acknowledged', async () => {
    for (const [by, own] of byFormer(owned, ({ acknowledgedBy }) => acknowledgedBy)) {
      if (by !== null) await acknowledgeAs(own, by);
    }
  });
}

const assign = (
  incidents: readonly Incident[],
  cause: IncidentCause | null,
  text: string | null,
  by: string,
): Promise<void> =>
  inParts(incidents, (incidentIds) =>
    call('incident.assign-cause', { incidentIds, cause, by, ...(text === null ? {} : { text }) }),
  );

type Former = Pick<AssignedCause, 'cause' | 'text' | 'by'> | null;
const formerCause = ({ cause }: Incident): Former =>
  cause === null ? null : { cause: cause.cause, text: cause.text, by: cause.by };

/** `cause` null takes it back. */
export async function assignCause(
  incidents: readonly Incident[],
  cause: IncidentCause | null,
  text: string | null,
): Promise<void> {
  await assign(incidents, cause, text, operatorName());
  const words = cause === null ? 'without a cause again' : `with the cause ${causeNames[cause].toLowerCase()}`;
  done(incidents, words, async () => {
    for (const [former, own] of byFormer(incidents, formerCause)) {
      await assign(own, former?.cause ?? null, former?.text ?? null, former?.by ?? operatorName());
    }
  });
}

export async function note(incidents: readonly Incident[], text: string): Promise<void> {
  await inParts(incidents, (incidentIds) => call('incident.note', { incidentIds, author: operatorName(), text }));
  done(incidents, 'noted', null);
}
