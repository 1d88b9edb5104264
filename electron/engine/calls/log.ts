/** Handlers of shared/contract/log.ts. */
import type { EngineHandlers } from '../../../shared/contract/index.ts';
import type { EngineContext } from './context.ts';

export function logHandlers({ store }: EngineContext): Pick<EngineHandlers, 'log.read'> {
  return { 'log.read': (query) => store.readLog(query) };
}
