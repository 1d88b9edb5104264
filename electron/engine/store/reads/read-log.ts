/**
 * The log: events and changes of state merged in the order of time. Both are kept already, so nothing is written for it. An
 * answer ends when its page is full or its time is up, and says where to go on: a filter that few entries pass never holds up
 * other reads, however long the history is.
 */
import type { LogEntry, LogPage, LogPlace } from '../../../../shared/contract/log.ts';
import { stateKinds } from '../../../../shared/model/log-kinds.ts';
import type { Connection } from '../connection.ts';
import type { EventRow } from '../rows.ts';
import type { LogQuery } from '../store.ts';
import { logTests, type LogTests } from './log-tests.ts';
import {
  EVENTS,
  EVENTS_OF_DEVICE,
  EVENTS_OF_KIND,
  eventsOf,
  statesByTime,
  statesOfDevice,
  type LogSpan,
  type LogState,
} from './log-streams.ts';
import { logSubjects, stateText } from './log-subjects.ts';
import { mergeNewest } from './merge-newest.ts';

const SLICE_MS = 40;
const LOOK_AT_CLOCK_EVERY = 64;
/** Above so many a filter is better answered from the list by time. */
const MOST_STREAMS = 20;

type Row = { readonly source: 'event'; readonly row: EventRow } | { readonly source: 'state'; readonly row: LogState };

const atMsOf = (one: Row): number => (one.source === 'event' ? one.row.atMs : one.row.fromMs);

/** Of one moment the events come first, as what was made of the states. */
function isNewer(a: Row, b: Row): boolean {
  const [aMs, bMs] = [atMsOf(a), atMsOf(b)];
  if (aMs !== bMs) return aMs > bMs;
  if (a.source !== b.source) return a.source === 'event';
  return a.row.id > b.row.id;
}

const placeOf = (one: Row): LogPlace =>
  one.source === 'event'
    ? { atMs: one.row.atMs, eventId: one.row.id, stateId: Number.MAX_SAFE_INTEGER }
    : { atMs: one.row.fromMs, eventId: 0, stateId: one.row.id };

function* asEvents(rows: Iterable<EventRow>): Generator<Row, undefined> {
  for (const row of rows) yield { source: 'event', row };
}

function* asStates(rows: Iterable<LogState>): Generator<Row, undefined> {
  for (const row of rows) yield { source: 'state', row };
}

const STATE_KINDS = new Set(stateKinds);

/** Which streams can hold what is wanted. */
function streamsOf(connection: Connection, { kinds, deviceIds }: LogQuery, span: LogSpan): Generator<Row, undefined>[] {
  if (deviceIds !== undefined && deviceIds.length <= MOST_STREAMS) {
    return deviceIds.flatMap((id) => [
      asEvents(eventsOf(connection, EVENTS_OF_DEVICE, span, [id])),
      asStates(statesOfDevice(connection, id, span)),
    ]);
  }
  const states = kinds === undefined || kinds.some((kind) => STATE_KINDS.has(kind));
  const ofEvents = kinds?.filter((kind) => !STATE_KINDS.has(kind));
  const byKind = ofEvents !== undefined && ofEvents.length <= MOST_STREAMS;
  return [
    ...(byKind
      ? ofEvents.map((kind) => asEvents(eventsOf(connection, EVENTS_OF_KIND, span, [kind])))
      : [asEvents(eventsOf(connection, EVENTS, span))]),
    ...(states ? [asStates(statesByTime(connection, span))] : []),
  ];
}

const kindOf = (one: Row): string => (one.source === 'event' ? one.row.kind : `${one.row.subject}.${one.row.state}`);

function entryReader(connection: Connection, tests: LogTests): (one: Row) => LogEntry | null {
  const { subjectOf, stateBefore } = logSubjects(connection);
  const ofState = (row: LogState, kind: string): LogEntry | null => {
    const subject = subjectOf(row.subject, row.subjectId);
    const before = subject === null || !tests.ofDevices(subject.deviceIds) ? null : stateBefore(row);
    if (subject === null || before === null) return null;
    const text = stateText(subject.name, row.state, before, row.because);
    if (!tests.words(text, kind, subject.deviceIds)) return null;
    const { deviceId, interfaceId, linkId } = subject;
    return { id: `s${row.id}`, atMs: row.fromMs, kind, deviceId, interfaceId, linkId, incidentId: null, text };
  };
  const ofEvent = ({ id, ...row }: EventRow): LogEntry | null => {
    const devices = row.deviceId === null ? [] : [row.deviceId];
    if (!tests.ofDevices(devices) || !tests.words(row.text, row.kind, devices)) return null;
    return { ...row, id: `e${id}`, linkId: null };
  };
  return (one) => {
    const kind = kindOf(one);
    if (!tests.kind(kind)) return null;
    return one.source === 'event' ? ofEvent(one.row) : ofState(one.row, kind);
  };
}

export function readLog(connection: Connection, query: LogQuery, sliceMs = SLICE_MS): LogPage {
  const { fromMs, toMs, limit } = query;
  const before = query.before ?? { atMs: toMs, eventId: 0, stateId: 0 };
  const entryOf = entryReader(connection, logTests(query));
  const startedAt = performance.now();
  const entries: LogEntry[] = [];
  let looked = 0;
  let last: Row | null = null;
  for (const one of mergeNewest(streamsOf(connection, query, { fromMs, before }), isNewer)) {
    // A link stands in the streams of both its devices.
    if (last !== null && one.source === last.source && one.row.id === last.row.id) continue;
    last = one;
    const entry = entryOf(one);
    if (entry !== null) entries.push(entry);
    looked += 1;
    const late = looked % LOOK_AT_CLOCK_EVERY === 0 && performance.now() - startedAt > sliceMs;
    if (entries.length === limit || late) return { entries, next: placeOf(one), reachedMs: atMsOf(one) };
  }
  return { entries, next: null, reachedMs: fromMs };
}
