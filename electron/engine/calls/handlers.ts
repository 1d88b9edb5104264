/** Every call of the contract with its handler: a missing one is a compile error here. */
import type { EngineHandlers } from '../../../shared/contract/index.ts';
import type { EngineContext } from './context.ts';
import { consoleHandlers } from './console.ts';
import { configHandlers } from './configurations.ts';
import { boardHandlers } from './boards.ts';
import { deviceHandlers } from './devices.ts';
import { discoveryHandlers } from './discovery.ts';
import { hardwareHandlers } from './hardware.ts';
import { incidentHandlers } from './incidents.ts';
import { logHandlers } from './log.ts';
import { overviewHandlers } from './overview.ts';
import { momentHandlers } from './moments.ts';
import { seriesHandlers } from './series.ts';
import { settingsHandlers } from './settings.ts';
import { storageHandlers } from './storage.ts';
import { terminalHandlers } from './terminals.ts';
import { topologyHandlers } from './topology.ts';

export function engineHandlers(engine: EngineContext): EngineHandlers {
  return {
    ...consoleHandlers(engine),
    ...configHandlers(engine),
    ...boardHandlers(engine),
    ...deviceHandlers(engine),
    ...discoveryHandlers(engine),
    ...hardwareHandlers(engine),
    ...incidentHandlers(engine),
    ...logHandlers(engine),
    ...overviewHandlers(engine),
    ...momentHandlers(engine),
    ...seriesHandlers(engine),
    ...settingsHandlers(engine),
    ...storageHandlers(engine),
    ...terminalHandlers(engine),
    ...topologyHandlers(engine),
  };
}
