/** `trunkline check`: is the file whole? */
import type { Command } from 'commander';
import { checkFile } from '../engine/store/open-store.ts';
import { appVersion } from '../host/app-version.ts';
import { existingFile } from './engine-options.ts';
import { CommandFailed, outJson, type CliIo } from './io.ts';
import { textTable } from './topology/text-table.ts';

interface CheckOptions {
  readonly file: string;
  readonly json?: boolean | undefined;
}

export function registerCheck(program: Command, io: CliIo): void {
  program
    .command('check')
    .description('check the integrity of a network file; exit code 1 if it is damaged')
    .requiredOption('--file <file>', 'network file')
    .option('--json', 'print one JSON document')
    .action(async (options: CheckOptions) => {
      const file = existingFile(options.file);
      const found = await checkFile(file, appVersion);
      if (options.json) outJson(io, { file, ...found });
      else {
        const version = found.schemaVersion === null ? 'unknown' : String(found.schemaVersion);
        io.out(`${file}: ${found.ok ? 'no damage found' : 'DAMAGED'}, ${found.fileBytes} bytes, format ${version}\n\n`);
        io.out(textTable(['TABLE', 'ROWS'], Object.entries(found.rows)));
        for (const problem of found.problems) io.say(problem);
      }
      if (!found.ok) throw new CommandFailed(`${file} is damaged: go back to a backup, or export what can be read`);
    });
}
