/** Asks a served engine as another page would: for what a spec needs but is not about. */
import type { EngineClient } from '../../../shared/rpc/client-types.ts';
import { connect } from '../../../shared/rpc/client.ts';
import { openSocket } from '../../../shared/rpc/socket-transport.ts';
import { systemClock } from '../../../electron/host/system-clock.ts';

/** `url`: the printed address with its token. */
export function engineClient(url: string): EngineClient & Disposable {
  const { host, hash } = new URL(url);
  const token = hash.replace('#token=', '');
  const client = connect(() => openSocket(new WebSocket(`ws://${host}/rpc`)), { clock: systemClock, token });
  return {
    ...client,
    get status() {
      return client.status;
    },
    call: (...args) => client.call(...args),
    follow: (...args) => client.follow(...args),
    close: () => client.close(),
    [Symbol.dispose]: () => client.close(),
  };
}
