/**
 * The engine's process, whoever forked it: starts the engine when told, serves each page that comes with a port, and ends
 * when told. Pages that come before the engine is ready wait. No import of Electron: tests drive it in Node.
 */
import { engineContract } from '../../shared/contract/index.ts';
import { portTransport, type EmitterPort } from '../../shared/rpc/port-transport.ts';
import { serve, type ServedPeer } from '../../shared/rpc/server.ts';
import type { Engine } from '../engine/engine.ts';
import { isEngineCommand, type EngineCommand, type EngineReport } from '../host/engine-messages.ts';
import type { Clock, Log } from '../host/host.ts';
import type { VaultPort } from '../host/vault-over-port.ts';

export type ProcessPort = EmitterPort & VaultPort;

export interface ParentLink {
  onMessage(listener: (message: unknown, ports: readonly ProcessPort[]) => void): void;
  report(report: EngineReport): void;
  exit(exitCode: number): void;
}

export interface RunningEngine {
  readonly engine: Pick<Engine, 'handlers' | 'topics' | 'suspend' | 'resume'>;
  close(): Promise<void>;
  /** Copies its file; null where it has none to keep (the demo). */
  readonly backUp: ((to: string) => Promise<unknown>) | null;
}

export interface EngineProcessOptions {
  readonly clock: Clock;
  readonly log: Log;
  readonly version: string;
  /** Opens file and vault and starts the engine; throws with words for people. */
  start(command: Extract<EngineCommand, { kind: 'start' }>, vaultPort: VaultPort | undefined): Promise<RunningEngine>;
}

export function runEngineProcess(parent: ParentLink, options: EngineProcessOptions): void {
  const { clock, log, version } = options;
  const started = Promise.withResolvers<RunningEngine>();
  const peers = new Set<ServedPeer>();

  const servePage = async (port: ProcessPort | undefined): Promise<void> => {
    if (port === undefined) return;
    // At once, so that what the page says meanwhile is kept.
    const transport = portTransport<never>(port);
    const { handlers, topics } = (await started.promise).engine;
    const peer = serve(transport, { handlers, topics, contract: engineContract, clock, log, version });
    peers.add(peer);
    transport.onClose(() => peers.delete(peer));
  };

  const start = async (command: Extract<EngineCommand, { kind: 'start' }>, vaultPort: VaultPort | undefined) => {
    try {
      started.resolve(await options.start(command, vaultPort));
      parent.report({ kind: 'ready' });
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      log.error('the engine cannot start', { reason: message });
      parent.report({ kind: 'cannot-start', message });
      parent.exit(1);
    }
  };

  const close = async (): Promise<void> => {
    for (const peer of peers) peer.close();
    await (await started.promise).close();
    parent.exit(0);
  };

  const backUp = async (to: string): Promise<void> => {
    const { backUp: copy } = await started.promise;
    const failure = await (copy === null ? Promise.resolve('The demo has no file to keep.') : failureOf(copy(to)));
    parent.report({ kind: 'backed-up', to, failure });
  };

  const tell = async (kind: 'suspend' | 'resume'): Promise<void> => (await started.promise).engine[kind]();

  parent.onMessage((message, ports) => {
    if (!isEngineCommand(message)) return;
    if (message.kind === 'start') void start(message, ports[0]);
    else if (message.kind === 'page') void servePage(ports[0]);
    else if (message.kind === 'back-up') void backUp(message.to);
    else if (message.kind === 'close') void close().catch(() => parent.exit(1));
    else void tell(message.kind);
  });
}

async function failureOf(deed: Promise<unknown>): Promise<string | null> {
  try {
    await deed;
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
