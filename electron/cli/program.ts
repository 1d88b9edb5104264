/** The command line as a whole: one file for each command, joined here. */
import { Command } from 'commander';
import { appVersion } from '../host/app-version.ts';
import { registerBackup } from './backup.ts';
import { registerCheck } from './check.ts';
import { registerCompact } from './compact.ts';
import { registerDemo } from './demo.ts';
import { registerDiscover } from './discover.ts';
import { registerExport } from './export.ts';
import type { CliIo } from './io.ts';
import { registerPoll } from './poll.ts';
import { registerProbe } from './probe-command.ts';
import { registerProfile } from './profile.ts';
import { registerServe } from './serve.ts';
import { registerWatch } from './watch.ts';

const registrations = [
  registerServe,
  registerDemo,
  registerProbe,
  registerDiscover,
  registerPoll,
  registerWatch,
  registerExport,
  registerCheck,
  registerBackup,
  registerCompact,
  registerProfile,
];

export function buildProgram(io: CliIo): Command {
  const program = new Command('trunkline')
    .description('Network operations from the command line: the engine of Trunkline without its window.')
    .version(appVersion)
    .showHelpAfterError('(trunkline COMMAND --help tells the options)')
    .addHelpText(
      'after',
      '\nFILE is a network file (.trunkline). Commands that only read work beside a running engine.\nExit code: 0 done, 1 failed, 2 wrong usage. With --json one JSON document goes to stdout, and nothing else.',
    );
  for (const register of registrations) register(program, io);
  // After the commands are there: they take the settings of the program when they are made, so each is told apart.
  for (const command of [program, ...program.commands]) {
    command.exitOverride().configureOutput({
      writeOut: (text) => io.out(text),
      writeErr: (text) => {
        for (const line of text.trimEnd().split('\n')) io.say(line);
      },
    });
    command.showHelpAfterError('(trunkline COMMAND --help tells the options)');
  }
  return program;
}
