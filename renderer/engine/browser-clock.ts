import type { RpcClock } from '../../shared/rpc/frames.ts';

export const browserClock: RpcClock = {
  monotonic: () => performance.now(),
  after: (delayMs, run) => {
    const timer = setTimeout(run, delayMs);
    return () => clearTimeout(timer);
  },
};
