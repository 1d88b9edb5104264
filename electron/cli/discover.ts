/** `trunkline discover`: crawls from the seeds through neighbours; what it learns stays in the file. */
import { existsSync } from 'node:fs';
import type { Command } from 'commander';
import type { Engine } from '../engine/engine.ts';
import { networkFile } from '../headless/network-file.ts';
import { openHostVault } from '../headless/open-host-vault.ts';
import type { LogLevel } from '../host/line-log.ts';
import { discoverTargets } from './discover-options.ts';
import { addLogOption, cliHost, withEngine } from './engine-options.ts';
import { CommandFailed, outJson, UsageError, type CliIo } from './io.ts';
import { portNumber } from './option-values.ts';
import { runDiscovery, type DiscoveryOutcome, type DiscoveryWish } from './run-discovery.ts';
import { addSnmpOptions, snmpCredential, type SnmpOptions } from './snmp-options.ts';
import { readTopology } from './topology/read-topology.ts';
import { topologyText } from './topology/topology-text.ts';

interface DiscoverOptions extends SnmpOptions {
  readonly file?: string | undefined;
  readonly allow?: readonly string[] | undefined;
  readonly port?: number | undefined;
  readonly sshPort?: number | undefined;
  readonly follow: boolean;
  readonly json?: boolean | undefined;
  readonly logLevel: LogLevel;
}

export function registerDiscover(program: Command, io: CliIo): void {
  const command = program
    .command('discover')
    .description('find devices and links from seed addresses through their neighbours (LLDP, CDP and the like)')
    .argument('[seed...]', 'addresses to start from, or ranges to sweep')
    .option('--file <file>', "network file, made if it is not there (default: this user's own)")
    .option('--allow <cidr...>', "ask inside these ranges only (default: each seed's own /24 or /64)")
    .option('--port <n>', "the agents' UDP port (default 161)", portNumber)
    .option('--ssh-port <n>', 'TCP port at which new devices will be asked by SSH (default 22)', portNumber)
    .option('--no-follow', 'ask the seeds only, not their neighbours')
    .option('--json', 'print one JSON document, of the same shape as export')
    .action(async (seeds: readonly string[], options: DiscoverOptions) => {
      const wish: DiscoveryWish = {
        ...discoverTargets(seeds, options.allow ?? []),
        credential: snmpCredential(options, { env: io.env }),
        snmpPort: options.port,
        sshPort: options.sshPort,
        follow: options.follow,
      };
      const file = await networkFile(options.file);
      if (wish.credential === null && !existsSync(file)) throw noCredential();
      const host = cliHost(io, options.logLevel, openHostVault(io.env));
      const { run, read } = await withEngine({ file, host, polling: false }, (engine) =>
        discover(engine, wish, options, io),
      );
      io.say(`${run.text} Kept in ${file}`);
      if (run.state === 'cancelled') throw new CommandFailed('stopped before the discovery was done');
      if (run.state === 'failed' || read === 0) throw new CommandFailed('no device could be read');
    });
  addSnmpOptions(addLogOption(command, 'warn'));
}

const noCredential = (): UsageError =>
  new UsageError('the file holds no credential yet: give --community, or --v3-user with --v3-auth and --v3-priv');

async function discover(
  engine: Engine,
  wish: DiscoveryWish,
  options: DiscoverOptions,
  io: CliIo,
): Promise<DiscoveryOutcome> {
  const known = await engine.topics.credentials({}).snapshot();
  if (wish.credential === null && known.length === 0) throw noCredential();
  const outcome = await runDiscovery(engine, wish, io);
  await engine.context.store.flush();
  const topology = await readTopology(engine.context.store, null);
  if (options.json) outJson(io, topology);
  else io.out(topologyText(topology));
  return outcome;
}
