/** `trunkline watch`: the engine in the foreground; each change of state, each incident and its life is one line. */
import type { Command } from 'commander';
import type { WatchLine } from '../../shared/model/watch-line.ts';
import { openHostVault } from '../headless/open-host-vault.ts';
import type { LogLevel } from '../host/line-log.ts';
import { addLogOption, cliHost, existingFile, withEngine } from './engine-options.ts';
import { untilStopped, type CliIo } from './io.ts';
import { watchText } from './watch-text.ts';

interface WatchOptions {
  readonly file: string;
  readonly json?: boolean | undefined;
  readonly logLevel: LogLevel;
}

export function registerWatch(program: Command, io: CliIo): void {
  const command = program
    .command('watch')
    .description('run the engine without a page and print each change of state and each incident, one line each')
    .requiredOption('--file <file>', 'network file')
    .option('--json', 'print JSON Lines')
    .action(async (options: WatchOptions) => {
      const file = existingFile(options.file);
      const host = cliHost(io, options.logLevel, openHostVault(io.env));
      const print = (line: WatchLine) => io.out(`${options.json ? JSON.stringify(line) : watchText(line)}\n`);
      await withEngine({ file, host }, async (engine) => {
        engine.watch(print);
        io.say(`watching ${file}; Ctrl-C ends`);
        await untilStopped(io);
      });
    });
  addLogOption(command, 'warn');
}
