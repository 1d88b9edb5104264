/** Handlers of shared/contract/discovery.ts. */
import type { EngineHandlers } from '../../../shared/contract/index.ts';
import type { EngineContext } from './context.ts';

type Handlers = Pick<EngineHandlers, 'discovery.start' | 'discovery.cancel'>;

export function discoveryHandlers(engine: EngineContext): Handlers {
  return {
    'discovery.start': (args) => {
      engine.discovery.start(args);
      return {};
    },
    'discovery.cancel': () => {
      engine.discovery.cancel();
      return {};
    },
  };
}
