/** Handlers of shared/contract/hardware.ts. */
import type { KeptHardware } from '../../../shared/contract/hardware.ts';
import { CallError } from '../../../shared/contract/errors.ts';
import type { EngineHandlers } from '../../../shared/contract/index.ts';
import { explainValue } from '../hardware/explain-value.ts';
import type { EngineContext } from './context.ts';
import { deviceOf } from './devices.ts';

type Handlers = Pick<EngineHandlers, 'hardware.read' | 'value.why'>;

const NOTHING_READ: KeptHardware = { parts: [], vlans: [], vlanSource: null, tables: [], notes: [] };

export function hardwareHandlers(engine: EngineContext): Handlers {
  const { network } = engine;
  return {
    'hardware.read': ({ deviceId }) => {
      const kept = network.hardware.get(deviceOf(engine, deviceId).id);
      return { ...(kept?.hardware ?? NOTHING_READ), readAtMs: kept?.atMs ?? null };
    },
    'value.why': ({ deviceId, subject }) => {
      const found = explainValue(network, deviceOf(engine, deviceId).id, subject);
      if (found !== null) return found;
      throw new CallError('not-found', 'The device does not show this value any more.', {
        hint: 'Read the device again.',
      });
    },
  };
}
