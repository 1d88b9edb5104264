/** Handlers of shared/contract/console.ts. */
import type { EngineHandlers } from '../../../shared/contract/index.ts';
import type { EngineContext } from './context.ts';

const MOST_TUNED = 500;

export function consoleHandlers(engine: EngineContext): Pick<EngineHandlers, 'console.detail'> {
  const { consoleHealth, poller, store, pinger } = engine;
  return {
    'console.detail': () => {
      const { jobs, ...totals } = poller.totals();
      const { slowest, lastCommitMs } = store.stats();
      return {
        history: consoleHealth.history.all(),
        jobs: { total: jobs, ...totals },
        tuned: poller.tuned(MOST_TUNED),
        slowest: [...slowest],
        lastCommitMs,
        pinger: pinger.description,
      };
    },
  };
}
