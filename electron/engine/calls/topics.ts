/** Every topic of the contract with its source. */
import type { EngineTopics } from '../../../shared/contract/index.ts';
import type { EngineContext } from './context.ts';

export function engineTopics(engine: EngineContext): EngineTopics {
  const { network } = engine;
  return {
    devices: () => network.deviceItems.source(),
    interfaces: ({ deviceId }) => network.interfaceItems.source((item) => item.deviceId === deviceId),
    sensors: ({ deviceId }) => network.sensorItems.source((item) => item.deviceId === deviceId),
    links: () => network.linkItems.source(),
    positions: () => network.positionItems.source(),
    incidents: () => network.incidentItems.source(),
    log: () => network.logItems.source(),
    'samples.interfaces': ({ deviceId }) =>
      network.interfaceLatest.source((item) =>
        deviceId === undefined ? engine.relinker.isLinkEnd(item.id) : item.deviceId === deviceId,
      ),
    'samples.devices': () => network.deviceLatest.source(),
    boards: () => engine.boards.items.source(),
    settings: () => engine.settings.items.source(),
    credentials: () => engine.credentials.items.source(),
    console: () => engine.consoleHealth.items.source(),
    'discovery.targets': () => engine.discovery.progress.targets.source(),
    'discovery.run': () => engine.discovery.progress.runs.source(),
  };
}
