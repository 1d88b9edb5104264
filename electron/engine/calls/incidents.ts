/** Handlers of shared/contract/incidents.ts. */
import { CallError } from '../../../shared/contract/errors.ts';
import type { EngineHandlers } from '../../../shared/contract/index.ts';
import { viewIncident } from '../network/views.ts';
import type { EngineContext } from './context.ts';

type Handlers = Pick<
  EngineHandlers,
  'incident.read' | 'incident.list' | 'incident.acknowledge' | 'incident.unacknowledge' | 'incident.note' | 'event.list'
>;

export function incidentHandlers(engine: EngineContext): Handlers {
  const { network, store, host } = engine;
  const rowOf = (incidentId: number) => {
    const row = network.incidents.get(incidentId);
    if (row === undefined)
      throw new CallError('not-found', `There is no incident ${incidentId} among the recent ones.`);
    return row;
  };
  return {
    'incident.read': async ({ incidentId }) => {
      const incident = network.incidentItems.get(rowOf(incidentId).id);
      if (incident === undefined) throw new CallError('not-found', `There is no incident ${incidentId}.`);
      const notes = await store.readIncidentNotes(incidentId);
      const reasons = await store.readIncidentReasons(incidentId);
      return { incident, notes, reasons };
    },
    'incident.list': async (query) =>
      (await store.readIncidents(query)).map(({ notes, ...row }) => viewIncident(row, notes)),
    'incident.acknowledge': async ({ incidentId, by }) => {
      network.putIncidents([{ ...rowOf(incidentId), acknowledgedAtMs: host.clock.now(), acknowledgedBy: by }]);
      await store.flush();
      return {};
    },
    'incident.unacknowledge': async ({ incidentId }) => {
      network.putIncidents([{ ...rowOf(incidentId), acknowledgedAtMs: null, acknowledgedBy: null }]);
      await store.flush();
      return {};
    },
    'incident.note': async ({ incidentId, author, text }) => {
      rowOf(incidentId);
      const noteId = store.nextId('incidentNotes');
      store.put('incidentNotes', [{ id: noteId, incidentId, atMs: host.clock.now(), author, text }]);
      network.countNote(incidentId);
      await store.flush();
      return { noteId };
    },
    'event.list': (query) => store.readEvents(query),
  };
}
