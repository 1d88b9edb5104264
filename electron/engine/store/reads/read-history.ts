/** History by time: events, incidents, states, links, kept configurations. Ranges are half-open [fromMs, toMs). */
import type { Connection } from '../connection.ts';
import type { EventRow, IncidentNoteRow, IncidentReasonRow, LinkRow, RevisionRow, StateRow } from '../rows.ts';
import type { EventQuery, IncidentQuery, IncidentWithNotes, RevisionSummary, StateQuery, TimeRange } from '../store.ts';
import { events, incidentNotes, incidentReasons, states } from '../tables/history-tables.ts';
import { revisions } from '../tables/device-tables.ts';
import { links } from '../tables/topology-tables.ts';
import { readIncidents, readRows } from './load-network.ts';

export function readEvents(connection: Connection, query: EventQuery): EventRow[] {
  const { fromMs, toMs, deviceId, kinds, limit } = query;
  const ofDevice = deviceId === undefined ? '' : 'device_id = ? AND';
  const ofKind = kinds === undefined ? '' : 'AND kind IN (SELECT value FROM json_each(?))';
  const where = `WHERE ${ofDevice} at_ms >= ? AND at_ms < ? ${ofKind} ORDER BY at_ms DESC, id DESC LIMIT ?`;
  const first = deviceId === undefined ? [] : [deviceId];
  const last = kinds === undefined ? [] : [JSON.stringify(kinds)];
  return readRows(connection, events, where, [...first, fromMs, toMs, ...last, limit]);
}

const newestFirst = (a: IncidentWithNotes, b: IncidentWithNotes): number => b.openedAtMs - a.openedAtMs || b.id - a.id;

/** Open and closed ones apart: each then has an index that fits. */
export function readIncidentsOfRange(
  connection: Connection,
  { fromMs, toMs, limit, before }: IncidentQuery,
): IncidentWithNotes[] {
  const page = before === undefined ? '' : 'AND (opened_at_ms, id) < (?, ?)';
  const rest = [...(before === undefined ? [] : [before.openedAtMs, before.id]), limit];
  const tail = `AND opened_at_ms < ? ${page} ORDER BY opened_at_ms DESC, id DESC LIMIT ?`;
  const open = readIncidents(connection, `WHERE closed_at_ms IS NULL ${tail}`, [toMs, ...rest]);
  const closed = readIncidents(connection, `WHERE closed_at_ms > ? ${tail}`, [fromMs, toMs, ...rest]);
  return [...open, ...closed].sort(newestFirst).slice(0, limit);
}

export function readIncidentsById(connection: Connection, ids: readonly number[]): IncidentWithNotes[] {
  return ids.flatMap((id) => readIncidents(connection, 'WHERE id = ?', [id]));
}

export function readIncidentNotes(connection: Connection, incidentId: number): IncidentNoteRow[] {
  return readRows(connection, incidentNotes, 'WHERE incident_id = ? ORDER BY at_ms, id', [incidentId]);
}

export function readIncidentReasons(connection: Connection, incidentId: number): IncidentReasonRow[] {
  return readRows(connection, incidentReasons, 'WHERE incident_id = ? ORDER BY at_ms, id', [incidentId]);
}

const REVISIONS = `
  SELECT id, device_id AS deviceId, at_ms AS atMs, stable_hash AS stableHash, profile, why, credential,
    lines_added AS linesAdded, lines_removed AS linesRemoved, octet_length(text) AS bytes,
    length(text) - length(replace(text, char(10), '')) + (text <> '' AND substr(text, -1) <> char(10)) AS lines
  FROM revisions WHERE device_id = ? ORDER BY at_ms DESC, id DESC
`;

export function readRevisions(connection: Connection, deviceId: number): RevisionSummary[] {
  return connection.prepare<[number], RevisionSummary>(REVISIONS).all(deviceId);
}

export function readRevision(connection: Connection, revisionId: number): RevisionRow | null {
  return readRows(connection, revisions, 'WHERE id = ?', [revisionId])[0] ?? null;
}

/** By their end: the plus keeps the index by their beginning away, which would read all that began before the range. */
export const ENDED_STATES = 'WHERE to_ms > ? AND +from_ms < ?';

/** Open intervals and ended ones apart: each then has an index that fits. */
export function readStates(connection: Connection, query: StateQuery): StateRow[] {
  const { fromMs, toMs, subject, subjectId } = query;
  const filters = [
    ...(subject === undefined ? [] : ['subject = ?']),
    ...(subjectId === undefined ? [] : ['subject_id = ?']),
  ];
  const values = [...(subject === undefined ? [] : [subject]), ...(subjectId === undefined ? [] : [subjectId])];
  const and = filters.map((filter) => `AND ${filter}`).join(' ');
  const open = readRows(connection, states, `WHERE to_ms IS NULL AND from_ms < ? ${and}`, [toMs, ...values]);
  const ended = readRows(connection, states, `${ENDED_STATES} ${and}`, [fromMs, toMs, ...values]);
  return [...open, ...ended].sort((a, b) => a.fromMs - b.fromMs || a.id - b.id);
}

export function readLinksOfRange(connection: Connection, { fromMs, toMs }: TimeRange): LinkRow[] {
  const current = readRows(connection, links, 'WHERE gone_at_ms IS NULL AND first_seen_at_ms < ?', [toMs]);
  const gone = readRows(connection, links, 'WHERE gone_at_ms > ? AND first_seen_at_ms < ?', [fromMs, toMs]);
  return [...current, ...gone].sort((a, b) => a.id - b.id);
}
