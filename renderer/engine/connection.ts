/** The page's one connection to the engine. */
import { create } from 'zustand';
import type { CallArgs, CallName, CallResult } from '../../shared/contract/index.ts';
import { connect } from '../../shared/rpc/client.ts';
import type { CancelSignal, ConnectionStatus, EngineClient } from '../../shared/rpc/client-types.ts';
import type { ClientFrame, Transport } from '../../shared/rpc/frames.ts';
import { browserClock } from './browser-clock.ts';
import { openTransport } from './open-transport.ts';
import { takePageToken } from './page-token.ts';

interface Connection {
  readonly status: ConnectionStatus;
  /** How often the connection was made: what was asked of an earlier engine may have another answer now. */
  readonly openings: number;
  /** When it was last open; null while it is, and before the first time. */
  readonly lostAtMs: number | null;
}

const useStatus = create<Connection>(() => ({ status: { state: 'connecting' }, openings: 0, lostAtMs: null }));
let client: EngineClient | null = null;

function afterStatus(last: Connection, status: ConnectionStatus): Connection {
  const open = status.state === 'open';
  const justLost = !open && last.status.state === 'open';
  const lostAtMs = justLost ? Date.now() : last.lostAtMs;
  return { status, openings: last.openings + (open ? 1 : 0), lostAtMs: open ? null : lostAtMs };
}

/** Called once by main.tsx; tests pass a transport of their own. A second call replaces the first connection. */
export function startConnection(open: () => Promise<Transport<ClientFrame>> = openTransport): EngineClient {
  client?.close();
  client = connect(open, {
    clock: browserClock,
    token: takePageToken(),
    onStatus: (status) => {
      useStatus.setState((last) => afterStatus(last, status));
    },
  });
  return client;
}

export function engineClient(): EngineClient {
  if (client === null) throw new Error('startConnection() was not called');
  return client;
}

/** Asks the engine once. Rejects with a CallError, whose `code` can be acted upon and whose `message` can be shown. */
export function call<N extends CallName>(
  name: N,
  args: CallArgs<N>,
  options?: { readonly signal?: CancelSignal | undefined },
): Promise<CallResult<N>> {
  return engineClient().call(name, args, options);
}

/** How the connection to the engine is: connecting, open, lost (tries again by itself), refused (wrong token), closed. */
export function useConnection(): ConnectionStatus {
  return useStatus((state) => state.status);
}

/** When the connection was lost; null while it is open. */
export function useLostAt(): number | null {
  return useStatus((state) => state.lostAtMs);
}

/** Changes when the page is connected anew, not when it connects for the first time. */
export function useReconnections(): number {
  return useStatus((state) => Math.max(state.openings - 1, 0));
}

/** The same for what is not a component. */
export function connectionState(): ConnectionStatus['state'] {
  return useStatus.getState().status.state;
}

export function onConnectionChange(listener: () => void): () => void {
  return useStatus.subscribe(listener);
}
