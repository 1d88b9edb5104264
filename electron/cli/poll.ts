/** `trunkline poll`: asks every device of a file, now, and reports how long that took. */
import type { Command } from 'commander';
import type { Engine, PollReport } from '../engine/engine.ts';
import { openHostVault } from '../headless/open-host-vault.ts';
import type { LogLevel } from '../host/line-log.ts';
import { addLogOption, cliHost, existingFile, withEngine } from './engine-options.ts';
import { CommandFailed, outJson, type CliIo } from './io.ts';
import { wholeNumber } from './option-values.ts';

interface PollOptions {
  readonly file: string;
  readonly cycles: number;
  readonly json?: boolean | undefined;
  readonly logLevel: LogLevel;
}

async function pollCycles(engine: Engine, options: PollOptions, io: CliIo): Promise<PollReport[]> {
  const cycles: PollReport[] = [];
  while (cycles.length < options.cycles && !io.stop.aborted) {
    const report = await engine.pollAll();
    cycles.push(report);
    const { devices, answered, durationMs } = report;
    io.say(`cycle ${cycles.length}: ${answered} of ${devices} devices answered, ${Math.round(durationMs)} ms`);
  }
  return cycles;
}

export function registerPoll(program: Command, io: CliIo): void {
  const command = program
    .command('poll')
    .description('poll every device of a network file and report timings')
    .requiredOption('--file <file>', 'network file')
    .option('--cycles <n>', 'how many times', wholeNumber(1, 100_000), 1)
    .option('--json', 'print one JSON document')
    .action(async (options: PollOptions) => {
      const file = existingFile(options.file);
      const host = cliHost(io, options.logLevel, openHostVault(io.env));
      const cycles = await withEngine({ file, host, polling: false }, (engine) => pollCycles(engine, options, io));
      if (options.json) outJson(io, { cycles });
      if (io.stop.aborted) throw new CommandFailed('stopped before all cycles were done');
    });
  addLogOption(command, 'warn');
}
