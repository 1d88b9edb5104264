/** Handlers of shared/contract/moments.ts. */
import { CallError } from '../../../shared/contract/errors.ts';
import type { EngineHandlers } from '../../../shared/contract/index.ts';
import { viewMoment, viewPortMoment } from '../network/view-moment.ts';
import type { EngineContext } from './context.ts';
import { deviceOf } from './devices.ts';

type Handlers = Pick<EngineHandlers, 'moment.read' | 'moment.read-ports'>;

export function momentHandlers(engine: EngineContext): Handlers {
  const { store, host, watchRecord, network } = engine;
  const portOf = (id: number) => network.interfaces.get(id);
  const refuseFuture = (atMs: number): void => {
    if (atMs <= host.clock.now()) return;
    throw new CallError('bad-argument', 'The moment lies in the future: nothing is known of it.', { path: 'atMs' });
  };
  return {
    'moment.read': async ({ atMs }) => {
      refuseFuture(atMs);
      watchRecord.beat();
      return viewMoment(await store.readMoment(atMs), atMs, portOf);
    },
    'moment.read-ports': async (query) => {
      refuseFuture(query.atMs);
      deviceOf(engine, query.deviceId);
      watchRecord.beat();
      return viewPortMoment(await store.readPortMoment(query), query.atMs, portOf);
    },
  };
}
