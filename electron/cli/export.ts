/** `trunkline export`: the topology of a file, now or then, in a format that documents and tools take. */
import type { Command } from 'commander';
import { openStoreReadOnly } from '../engine/store/open-store.ts';
import { appVersion } from '../host/app-version.ts';
import { systemClock } from '../host/system-clock.ts';
import { cliLog, existingFile } from './engine-options.ts';
import type { CliIo } from './io.ts';
import { moment, oneOf } from './option-values.ts';
import { topologyCsv } from './topology/csv.ts';
import { topologyDrawio } from './topology/drawio.ts';
import { topologyGraphml } from './topology/graphml.ts';
import { readTopology } from './topology/read-topology.ts';
import { topologySvg } from './topology/svg.ts';
import type { TopologyDocument } from './topology/topology-document.ts';

const writers = {
  json: (topology: TopologyDocument) => `${JSON.stringify(topology, null, 2)}\n`,
  graphml: topologyGraphml,
  drawio: topologyDrawio,
  svg: topologySvg,
  csv: topologyCsv,
};
const FORMATS = ['json', 'graphml', 'drawio', 'svg', 'csv'] as const;

interface ExportOptions {
  readonly file: string;
  readonly format: (typeof FORMATS)[number];
  readonly at?: number | undefined;
}

export function registerExport(program: Command, io: CliIo): void {
  program
    .command('export')
    .description('print the topology of a network file; works beside a running engine')
    .requiredOption('--file <file>', 'network file')
    .requiredOption('--format <format>', FORMATS.join(', '), oneOf(FORMATS))
    .option('--at <time>', 'as it was then, such as 2026-11-21T16:05:00Z', moment)
    .action(async (options: ExportOptions) => {
      const file = existingFile(options.file);
      const log = cliLog(io, 'warn');
      const store = await openStoreReadOnly({ file, log, clock: systemClock, version: appVersion });
      try {
        io.out(writers[options.format](await readTopology(store, options.at ?? null)));
      } finally {
        await store.close();
      }
    });
}
