/** `trunkline probe`: the command line of probe.ts. */
import type { Command } from 'commander';
import { printable } from '../host/printable.ts';
import { systemClock } from '../host/system-clock.ts';
import { CommandFailed, UsageError, type CliIo } from './io.ts';
import { isAddress, portNumber } from './option-values.ts';
import { runProbe } from './probe.ts';
import { addSnmpOptions, snmpCredential, type SnmpOptions } from './snmp-options.ts';

interface ProbeOptions extends SnmpOptions {
  readonly port: number;
  readonly json?: boolean | undefined;
}

/** What devices say must not steer the terminal: line by line, because the line ends are ours. */
const plainLines = (text: string): string => text.split('\n').map(printable).join('\n');

export function registerProbe(program: Command, io: CliIo): void {
  const command = program
    .command('probe')
    .description('interrogate one device once and store nothing')
    .argument('<address>', 'IPv4 or IPv6 address of the device')
    .option('--port <n>', "the agent's UDP port", portNumber, 161)
    .option('--json', 'print one JSON document')
    .action(async (address: string, options: ProbeOptions) => {
      if (!isAddress(address)) {
        throw new UsageError(
          `${printable(address)} is not an IPv4 or IPv6 address: names are not looked up, give its address`,
        );
      }
      const given = snmpCredential(options, { env: io.env });
      if (given === null) throw new UsageError('give --community, or --v3-user with its --v3-auth and --v3-priv');
      const json = options.json === true;
      const exitCode = await runProbe(
        { address, port: options.port, credential: given, json },
        {
          clock: systemClock,
          signal: io.stop,
          out: (text) => io.out(json ? text : plainLines(text)),
          err: (text) => io.say(text.trimEnd()),
        },
      );
      if (exitCode !== 0) throw new CommandFailed(`${address} could not be read`);
    });
  addSnmpOptions(command);
}
