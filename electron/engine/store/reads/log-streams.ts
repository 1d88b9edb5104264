/**
 * The two tables that the log is made of, each as streams of rows in its order: newest first, of one moment the higher id
 * first. A stream has an index that gives this order, so its first row costs the same among a thousand and a million.
 */
import type { LogPlace } from '../../../../shared/contract/log.ts';
import type { Connection } from '../connection.ts';
import type { EventRow, StateRow } from '../rows.ts';
import { events } from '../tables/history-tables.ts';

export type LogState = Pick<StateRow, 'id' | 'fromMs' | 'subject' | 'subjectId' | 'state' | 'because'>;

export interface LogSpan {
  readonly fromMs: number;
  /** Only what lies before it. */
  readonly before: LogPlace;
}

const EVENTS_BEFORE = 'at_ms >= ? AND (at_ms, id) < (?, ?) ORDER BY at_ms DESC, id DESC';
export const EVENTS = `${events.select} WHERE ${EVENTS_BEFORE}`;
export const EVENTS_OF_DEVICE = `${events.select} WHERE device_id = ? AND ${EVENTS_BEFORE}`;
export const EVENTS_OF_KIND = `${events.select} WHERE kind = ? AND ${EVENTS_BEFORE}`;

const STATE = 'SELECT id, from_ms AS fromMs, subject, subject_id AS subjectId, state, because FROM states';
const STATES_BEFORE = 'from_ms >= ? AND (from_ms, id) < (?, ?)';
const NEWEST_STATE = 'ORDER BY from_ms DESC, id DESC';
export const STATES = `${STATE} WHERE ${STATES_BEFORE} ${NEWEST_STATE}`;

/** What belongs to a device, by the subjects' own index; one device's states are few enough to be put in order. */
const OF_DEVICE = [
  "subject IN ('device', 'icmp', 'snmp', 'ssh') AND subject_id = $device",
  "subject = 'interface' AND subject_id IN (SELECT id FROM interfaces WHERE device_id = $device)",
  "subject = 'sensor' AND subject_id IN (SELECT id FROM sensors WHERE device_id = $device)",
  `subject = 'link' AND subject_id IN (
     SELECT id FROM links WHERE a_device_id = $device UNION SELECT id FROM links WHERE b_device_id = $device)`,
];
export const STATES_OF_DEVICE = `${OF_DEVICE.map(
  (ofDevice) => `${STATE} WHERE ${ofDevice} AND from_ms >= $from AND (from_ms, id) < ($at, $id)`,
).join(' UNION ALL ')} ORDER BY fromMs DESC, id DESC`;

export function eventsOf(connection: Connection, sql: string, { fromMs, before }: LogSpan, first: unknown[] = []) {
  const rows = connection.prepare<unknown[], unknown[]>(sql).raw();
  return decoded(rows.iterate(...first, fromMs, before.atMs, before.eventId));
}

function* decoded(rows: IterableIterator<unknown[]>): Generator<EventRow, undefined> {
  for (const row of rows) yield events.decode(row);
}

export function statesByTime(connection: Connection, { fromMs, before }: LogSpan): IterableIterator<LogState> {
  return connection.prepare<unknown[], LogState>(STATES).iterate(fromMs, before.atMs, before.stateId);
}

export function statesOfDevice(
  connection: Connection,
  device: number,
  { fromMs, before }: LogSpan,
): IterableIterator<LogState> {
  const given = { device, from: fromMs, at: before.atMs, id: before.stateId };
  return connection.prepare<unknown[], LogState>(STATES_OF_DEVICE).iterate(given);
}
