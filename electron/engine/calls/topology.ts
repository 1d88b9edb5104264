/** Handlers of shared/contract/topology.ts. */
import { CallError } from '../../../shared/contract/errors.ts';
import type { EngineHandlers } from '../../../shared/contract/index.ts';
import type { Evidence } from '../../../shared/contract/topology.ts';
import type { EvidenceRow, LinkRow } from '../store/rows.ts';
import type { EngineContext } from './context.ts';

type Handlers = Pick<EngineHandlers, 'link.why' | 'neighbour.list' | 'position.set'>;

export function topologyHandlers(engine: EngineContext): Handlers {
  const { network } = engine;
  return {
    'link.why': ({ linkId }) => {
      const link = network.links.get(linkId);
      if (link === undefined) throw new CallError('not-found', `There is no link ${linkId} any more; it is gone.`);
      return { rule: link.rule, evidence: evidenceOf(engine, link) };
    },
    'neighbour.list': ({ deviceId }) => network.evidence.of(deviceId).map((row) => viewEvidence(engine, row)),
    'position.set': async ({ positions }) => {
      const rows = positions
        .filter((row) => network.devices.get(row.deviceId) !== undefined)
        .map(({ deviceId, x, y, pinned }) => ({ id: deviceId, x, y, pinned }));
      network.positions.put(rows);
      network.positionItems.put(rows);
      await engine.store.flush();
      return {};
    },
  };
}

/** The rows of either end that speak of this link: heard on its port, or, where the port is unknown, of its device. */
function evidenceOf(engine: EngineContext, link: LinkRow): Evidence[] {
  const { relinker, network } = engine;
  const rows = [...network.evidence.of(link.aDeviceId), ...network.evidence.of(link.bDeviceId)];
  return rows.filter((row) => relinker.linkOf(row.id) === link.id).map((row) => viewEvidence(engine, row));
}

function viewEvidence(engine: EngineContext, row: EvidenceRow): Evidence {
  return {
    id: row.id,
    deviceId: row.deviceId,
    protocol: row.protocol,
    localPort: row.localPort,
    localInterfaceId: row.localInterfaceId,
    remoteName: row.remoteName,
    remotePort: row.remotePort,
    remotePortDescription: row.remotePortDescription,
    remoteChassisId: row.remoteChassisId,
    remoteAddress: row.remoteAddress,
    matched: engine.relinker.matchOf(row.id) ?? 'Not matched yet',
    firstSeenAtMs: row.firstSeenAtMs,
    lastSeenAtMs: row.lastSeenAtMs,
    missedRuns: row.missedRuns,
  };
}
