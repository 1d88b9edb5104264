/** What a shift leaves behind: its incidents with all their notes, and who was in maintenance in it. */
import type { Connection } from '../connection.ts';
import type { IncidentNoteRow, StateRow } from '../rows.ts';
import type { HandoverQuery, HandoverRows, IncidentWithNotes } from '../store.ts';
import { incidentNotes, states } from '../tables/history-tables.ts';
import { readIncidents, readRows } from './load-network.ts';
import { readIncidentsOfRange } from './read-history.ts';

export const NOTED_IN = 'WHERE id IN (SELECT incident_id FROM incident_notes WHERE at_ms >= ? AND at_ms < ?)';
const NOTES_OF = 'WHERE incident_id IN (SELECT value FROM json_each(?)) ORDER BY incident_id, at_ms, id';
/** The plus keeps SQLite from the index of subjects, which would go through all that devices ever were. */
export const ENDED_MAINTENANCE =
  "WHERE to_ms > ? AND from_ms < ? AND +subject = 'device' AND state = 'maintenance' ORDER BY to_ms, from_ms";

const newestFirst = (a: IncidentWithNotes, b: IncidentWithNotes): number => b.openedAtMs - a.openedAtMs || b.id - a.id;

/** Maintenance that goes on is not read: the engine knows it. */
export function readHandover(connection: Connection, { fromMs, toMs, limit }: HandoverQuery): HandoverRows {
  const lasting = readIncidentsOfRange(connection, { fromMs, toMs, limit: limit + 1 });
  const known = new Set(lasting.map(({ id }) => id));
  const noted = readIncidents(connection, NOTED_IN, [fromMs, toMs]).filter(({ id }) => !known.has(id));
  const all = [...lasting, ...noted].sort(newestFirst);
  const incidents = all.slice(0, limit);
  return {
    incidents,
    more: all.length > limit,
    notes: readNotes(connection, incidents),
    endedMaintenance: readRows<StateRow>(connection, states, ENDED_MAINTENANCE, [fromMs, toMs]),
  };
}

function readNotes(connection: Connection, incidents: readonly IncidentWithNotes[]): IncidentNoteRow[] {
  const ids = JSON.stringify(incidents.filter(({ notes }) => notes > 0).map(({ id }) => id));
  return readRows(connection, incidentNotes, NOTES_OF, [ids]);
}
