/** The supervised engine in Electron: its process, its channels, the vault that main keeps for it. */
import { MessageChannelMain, type MessagePortMain } from 'electron';
import type { EngineCommand } from '../host/engine-messages.ts';
import type { Log } from '../host/host.ts';
import { systemClock } from '../host/system-clock.ts';
import { serveVault } from '../host/vault-over-port.ts';
import { engineFile } from './built-paths.ts';
import { EngineSupervisor, type SupervisorOptions } from './engine-supervisor.ts';
import { forkEngine } from './fork-engine.ts';
import { safeStorageVault } from './safe-storage-vault.ts';

type Heard = Pick<SupervisorOptions<MessagePortMain>, 'onCannotStart' | 'onDied' | 'onReady'>;

export interface EngineHostOptions extends Heard {
  readonly log: Log;
  /** The file to open at the next start of the engine; null: the demo. */
  readonly file: () => string | null;
  readonly demoPhaseS: number;
  /** What the engine's process writes. */
  readonly onLine: (line: string) => void;
}

function startCommand(file: string | null, demoPhaseS: number): { command: EngineCommand; ports: MessagePortMain[] } {
  const vault = safeStorageVault();
  if (vault === null) return { command: { kind: 'start', file, vault: null, demoPhaseS }, ports: [] };
  const { port1, port2 } = new MessageChannelMain();
  serveVault(port1, vault);
  return { command: { kind: 'start', file, vault: vault.description, demoPhaseS }, ports: [port2] };
}

export function superviseEngine({
  file,
  demoPhaseS,
  onLine,
  ...rest
}: EngineHostOptions): EngineSupervisor<MessagePortMain> {
  return new EngineSupervisor<MessagePortMain>({
    ...rest,
    clock: systemClock,
    fork: () => forkEngine(engineFile, onLine),
    channel: () => {
      const { port1, port2 } = new MessageChannelMain();
      return [port1, port2];
    },
    startCommand: () => startCommand(file(), demoPhaseS),
  });
}
