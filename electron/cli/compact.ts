/** `trunkline compact`: gives the space of what was removed back to the disk. */
import type { Command } from 'commander';
import { formatBytes } from '../../shared/units/bytes.ts';
import { compactFile } from '../engine/store/open-store.ts';
import { appVersion } from '../host/app-version.ts';
import { existingFile } from './engine-options.ts';
import { outJson, type CliIo } from './io.ts';

interface CompactOptions {
  readonly file: string;
  readonly json?: boolean | undefined;
}

export function registerCompact(program: Command, io: CliIo): void {
  program
    .command('compact')
    .description('write a network file anew without free space; no engine may have it open')
    .requiredOption('--file <file>', 'network file')
    .option('--json', 'print one JSON document')
    .action(async (options: CompactOptions) => {
      const file = existingFile(options.file);
      const { beforeBytes, afterBytes } = await compactFile(file, { version: appVersion, nowMs: Date.now() });
      if (options.json) outJson(io, { file, beforeBytes, afterBytes });
      else io.out(`${file}: ${formatBytes(beforeBytes)} before, ${formatBytes(afterBytes)} now\n`);
    });
}
