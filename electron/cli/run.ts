/** Runs one command line and tells its exit code: 0 done, 1 failed, 2 wrong usage. */
import { CommanderError } from 'commander';
import { CallError } from '../../shared/contract/errors.ts';
import { withoutSecrets } from '../host/line-log.ts';
import { StoreOpenError } from '../engine/store/store-open-error.ts';
import { CommandFailed, UsageError, type CliIo } from './io.ts';
import { buildProgram } from './program.ts';

export async function runCommandLine(args: readonly string[], io: CliIo): Promise<number> {
  try {
    await buildProgram(io).parseAsync([...args], { from: 'user' });
    return 0;
  } catch (error) {
    return exitCodeOf(error, io);
  }
}

function exitCodeOf(error: unknown, io: CliIo): number {
  // Commander has said already what is wrong; help that was asked for is not wrong.
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (error instanceof UsageError) {
    io.say(`trunkline: ${error.message}`);
    return 2;
  }
  for (const line of describe(error)) io.say(`trunkline: ${withoutSecrets(line)}`);
  return 1;
}

function describe(error: unknown): string[] {
  if (error instanceof CallError) return error.hint === undefined ? [error.message] : [error.message, error.hint];
  if (error instanceof StoreOpenError || error instanceof CommandFailed) return [error.message];
  return error instanceof Error ? (error.stack ?? error.message).split('\n') : [String(error)];
}
