/** `trunkline backup`: a whole copy of a network file, also while an engine writes it. */
import { resolve } from 'node:path';
import type { Command } from 'commander';
import { backupFile } from '../engine/store/open-store.ts';
import { appVersion } from '../host/app-version.ts';
import { existingFile } from './engine-options.ts';
import { outJson, type CliIo } from './io.ts';

interface BackupOptions {
  readonly file: string;
  readonly to: string;
  readonly overwrite?: boolean | undefined;
  readonly json?: boolean | undefined;
}

export function registerBackup(program: Command, io: CliIo): void {
  program
    .command('backup')
    .description('copy a network file; the copy is whole even while an engine writes the file')
    .requiredOption('--file <file>', 'network file')
    .requiredOption('--to <file>', 'where the copy goes')
    .option('--overwrite', 'replace a file that is there already')
    .option('--json', 'print one JSON document')
    .action(async (options: BackupOptions) => {
      const [file, to] = [existingFile(options.file), resolve(options.to)];
      const { bytes } = await backupFile(file, to, { overwrite: options.overwrite === true, version: appVersion });
      if (options.json) outJson(io, { file, to, bytes });
      else io.out(`${to}: ${bytes} bytes\n`);
    });
}
