/** Options that every command with an engine has, and the engine itself for as long as a command needs it. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import { startEngine, type Engine, type EngineOptions } from '../engine/engine.ts';
import type { Host, Log, NetworkAccess, Vault } from '../host/host.ts';
import { lineLog, type LogLevel } from '../host/line-log.ts';
import { systemHost } from '../headless/system-host.ts';
import { CommandFailed, type CliIo } from './io.ts';
import { oneOf } from './option-values.ts';

const LEVELS: readonly LogLevel[] = ['debug', 'info', 'warn', 'error'];

export function addLogOption(command: Command, standard: LogLevel): Command {
  return command.option('--log-level <level>', `${LEVELS.join(', ')}: what to say on stderr`, oneOf(LEVELS), standard);
}

export function cliLog(io: CliIo, level: LogLevel): Log {
  return lineLog({ write: (line) => io.say(line), level, now: Date.now });
}

/** For commands that make no file. */
export function existingFile(file: string): string {
  const path = resolve(file);
  if (!existsSync(path)) throw new CommandFailed(`${path} does not exist. trunkline discover makes a network file.`);
  return path;
}

export function cliHost(io: CliIo, level: LogLevel, vault: Vault, network?: NetworkAccess): Host {
  return systemHost({ log: cliLog(io, level), vault, network });
}

/** Starts the engine, runs the command, and closes the engine whatever happens. */
export async function withEngine<R>(options: EngineOptions, run: (engine: Engine) => Promise<R>): Promise<R> {
  const engine = await startEngine(options);
  try {
    return await run(engine);
  } finally {
    await engine.close();
  }
}
