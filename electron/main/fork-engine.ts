/** The engine's process as Electron makes it. What it writes goes line by line to the log: also the last words of a crash. */
import { utilityProcess, type MessagePortMain } from 'electron';
import type { EngineProcess } from './engine-supervisor.ts';
import { lineCutter } from './log-file.ts';

export function forkEngine(script: string, onLine: (line: string) => void): EngineProcess<MessagePortMain> {
  const child = utilityProcess.fork(script, [], { serviceName: 'Trunkline engine', stdio: ['ignore', 'pipe', 'pipe'] });
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', lineCutter(onLine));
  return {
    send: (command, ports = []) => child.postMessage(command, [...ports]),
    onReport: (listener) => void child.on('message', listener),
    onExit: (listener) => void child.on('exit', listener),
    kill: () => void child.kill(),
  };
}
