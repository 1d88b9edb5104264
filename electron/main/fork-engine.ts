/** The engine's process as Electron makes it. */
import { utilityProcess, type MessagePortMain } from 'electron';
import type { EngineProcess } from './engine-supervisor.ts';

export function forkEngine(script: string): EngineProcess<MessagePortMain> {
  const child = utilityProcess.fork(script, [], { serviceName: 'Trunkline engine', stdio: 'inherit' });
  return {
    send: (command, ports = []) => child.postMessage(command, [...ports]),
    onReport: (listener) => void child.on('message', listener),
    onExit: (listener) => void child.on('exit', listener),
    kill: () => void child.kill(),
  };
}
