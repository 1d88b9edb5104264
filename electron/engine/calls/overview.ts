/** Handlers of shared/contract/overview.ts. */
import { CallError } from '../../../shared/contract/errors.ts';
import type { EngineHandlers } from '../../../shared/contract/index.ts';
import { changeKind, type Changes, type Handover } from '../../../shared/contract/overview.ts';
import { viewIncident } from '../network/views.ts';
import type { HandoverRows } from '../store/store.ts';
import type { EngineContext } from './context.ts';

type Handlers = Pick<EngineHandlers, 'change.list' | 'incident.trend' | 'handover.read'>;

export function overviewHandlers(engine: EngineContext): Handlers {
  const { store, host } = engine;
  return {
    'change.list': async ({ kind, ...range }) => {
      const { counts, rows } = await store.readChanges({ ...range, kinds: changeKind.options, only: kind });
      return { counts: counts as Changes['counts'], rows };
    },
    'incident.trend': ({ edges }) => {
      const ascend = edges.every((edge, index) => index === 0 || edge > (edges[index - 1] ?? edge));
      if (!ascend) throw new CallError('bad-argument', 'The edges do not ascend.', { path: 'edges' });
      return store.readTrend(edges);
    },
    'handover.read': async ({ sinceMs, limit }) => {
      const untilMs = host.clock.now();
      if (sinceMs >= untilMs) throw new CallError('bad-argument', 'The shift has not begun yet.', { path: 'sinceMs' });
      const found = await store.readHandover({ fromMs: sinceMs, toMs: untilMs, limit });
      return { sinceMs, untilMs, ...viewHandover(engine, found) };
    },
  };
}

function viewHandover(engine: EngineContext, found: HandoverRows): Omit<Handover, 'sinceMs' | 'untilMs'> {
  const notesOf = Map.groupBy(found.notes, ({ incidentId }) => incidentId);
  const incidents = found.incidents.map(({ notes: count, ...row }) => ({
    incident: viewIncident(row, count),
    notes: (notesOf.get(row.id) ?? []).map(({ id, atMs, author, text }) => ({ id, atMs, author, text })),
  }));
  return { incidents, more: found.more, maintenance: [...maintenanceNow(engine), ...maintenanceEnded(engine, found)] };
}

function maintenanceNow({ network }: EngineContext): Handover['maintenance'] {
  return [...network.devices.all()]
    .filter((row) => row.maintenance)
    .flatMap(({ id, site }) => {
      const state = network.states.get('device', id);
      // The state follows a person's word in a moment; until then its beginning is that of another state.
      if (state?.state !== 'maintenance') return [];
      return [{ deviceId: id, name: network.nameOf(id), site, fromMs: state.fromMs, untilMs: null }];
    });
}

const maintenanceEnded = ({ network }: EngineContext, found: HandoverRows): Handover['maintenance'] =>
  found.endedMaintenance.map(({ subjectId: deviceId, fromMs, toMs }) => ({
    deviceId,
    name: network.nameOf(deviceId),
    site: network.devices.get(deviceId)?.site ?? null,
    fromMs,
    untilMs: toMs,
  }));
