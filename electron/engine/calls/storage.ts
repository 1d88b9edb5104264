/** Handlers of shared/contract/storage.ts. */
import type { EngineHandlers } from '../../../shared/contract/index.ts';
import { measureFile } from '../store/open-store.ts';
import type { EngineContext } from './context.ts';

export function storageHandlers({ store, host }: EngineContext): Pick<EngineHandlers, 'storage.measure'> {
  return {
    'storage.measure': async () => {
      await store.flush();
      return measureFile(store.file, host.clock.now());
    },
  };
}
