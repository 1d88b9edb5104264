/** Handlers of shared/contract/incidents.ts. */
import { CallError } from '../../../shared/contract/errors.ts';
import type { EngineHandlers } from '../../../shared/contract/index.ts';
import { viewIncident } from '../network/views.ts';
import type { IncidentRow } from '../store/rows.ts';
import { wordsOfCause } from '../incidents/words-of-cause.ts';
import type { EngineContext } from './context.ts';

type Handlers = Pick<
  EngineHandlers,
  | 'incident.read'
  | 'incident.list'
  | 'incident.acknowledge'
  | 'incident.unacknowledge'
  | 'incident.note'
  | 'incident.assign-cause'
  | 'event.list'
>;

export function incidentHandlers(engine: EngineContext): Handlers {
  const { network, store, host } = engine;
  const change = async (ids: readonly number[], changed: (row: IncidentRow) => IncidentRow) => {
    network.changeIncidents((await incidentsOf(engine, ids)).map(changed));
    await store.flush();
    return {};
  };
  return {
    'incident.read': async ({ incidentId }) => {
      await incidentsOf(engine, [incidentId]);
      const [row] = await store.readIncidentsById([incidentId]);
      if (row === undefined) throw missing([incidentId]);
      const notes = await store.readIncidentNotes(incidentId);
      const reasons = await store.readIncidentReasons(incidentId);
      return { incident: network.incidentItems.get(incidentId) ?? viewIncident(row, row.notes), notes, reasons };
    },
    'incident.list': async (query) =>
      (await store.readIncidents(query)).map(({ notes, ...row }) => viewIncident(row, notes)),
    'incident.acknowledge': ({ incidentIds, by }) => {
      const acknowledgedAtMs = host.clock.now();
      return change(incidentIds, (row) =>
        row.acknowledgedAtMs === null ? { ...row, acknowledgedAtMs, acknowledgedBy: by } : row,
      );
    },
    'incident.unacknowledge': ({ incidentIds }) =>
      change(incidentIds, (row) => ({ ...row, acknowledgedAtMs: null, acknowledgedBy: null })),
    'incident.note': async ({ incidentIds, author, text }) => {
      const rows = await incidentsOf(engine, incidentIds);
      const atMs = host.clock.now();
      const notes = rows.map(({ id }) => ({ id: store.nextId('incidentNotes'), incidentId: id, atMs, author, text }));
      store.put('incidentNotes', notes);
      for (const { id, title, deviceId, interfaceId } of rows) {
        network.countNote(id);
        const told = `${title}: ${author} noted: ${text}`;
        network.addEvent({ kind: 'incident.noted', deviceId, interfaceId, incidentId: id, text: told, atMs });
      }
      await store.flush();
      return { noteIds: notes.map(({ id }) => id) };
    },
    'incident.assign-cause': async ({ incidentIds, cause, text = null, by }) => {
      const atMs = host.clock.now();
      const assigned =
        cause === null
          ? { cause, causeText: null, causeBy: null, causeAtMs: null }
          : { cause, causeText: text, causeBy: by, causeAtMs: atMs };
      for (const row of await incidentsOf(engine, incidentIds)) {
        const { id: incidentId, deviceId, interfaceId } = row;
        const told = `${row.title}: ${wordsOfCause(cause, text, by)}`;
        network.addEvent({ kind: 'incident.cause', deviceId, interfaceId, incidentId, text: told, atMs });
      }
      return change(incidentIds, (row) => ({ ...row, ...assigned }));
    },
    'event.list': (query) => store.readEvents(query),
  };
}

const missing = (ids: readonly number[]): CallError =>
  new CallError('not-found', `There is no incident ${ids.join(', ')} in this network file.`);

/** Rows of incidents in the order asked for: from memory, those that closed long ago from the file. */
async function incidentsOf({ network, store }: EngineContext, ids: readonly number[]): Promise<IncidentRow[]> {
  const older = ids.filter((id) => network.incidents.get(id) === undefined);
  const read = older.length === 0 ? [] : await store.readIncidentsById(older);
  const found = new Map(read.map(({ notes: _notes, ...row }) => [row.id, row]));
  const rows = [...new Set(ids)].flatMap((id) => network.incidents.get(id) ?? found.get(id) ?? []);
  const lost = ids.filter((id) => !rows.some((row) => row.id === id));
  if (lost.length > 0) throw missing(lost);
  return rows;
}
