/** `trunkline profile check`: can Trunkline use this vendor profile, and if not, what mends it? */
import { readFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import type { Command } from 'commander';
import { allProfileTexts, parseProfiles, replaceFiles } from '../engine/snmp/profiles/load-profiles.ts';
import type { SnmpProfile } from '../engine/snmp/profiles/schema.ts';
import { printable } from '../host/printable.ts';
import { CommandFailed, outJson, type CliIo } from './io.ts';

const namedBy = (problem: string, fileName: string): boolean => problem.startsWith(`${fileName}:`);

const textOf = (file: string): Promise<string> =>
  readFile(file, 'utf8').catch((error: Error) => {
    throw new CommandFailed(`${file} cannot be read: ${error.message}`);
  });

/** The profile as it would be used, among all others; problems of those others do not count. */
const checkProfile = async (
  file: string,
): Promise<{ readonly profile: SnmpProfile | undefined; readonly problems: readonly string[] }> => {
  const fileName = basename(file);
  const own = { fileName, text: await textOf(file) };
  const { files } = await allProfileTexts();
  const { profiles, problems } = parseProfiles(replaceFiles(files, [own]));
  const found = problems.filter((problem) => namedBy(problem, fileName));
  return { profile: profiles.find(({ name }) => `${name}.json` === fileName), problems: found };
};

const summary = ({ name, title, match, processors, memory, sensors }: SnmpProfile): string =>
  `${name} (${title}): good. With what it extends: ${match.length} ways to be chosen, ` +
  `${processors.length} rules for processors, ${memory.length} for memory, ${sensors.length} for sensors.\n`;

export function registerProfile(program: Command, io: CliIo): void {
  const profile = program.command('profile').description('vendor profiles: what is read from which devices');
  profile
    .command('check')
    .description('check a profile file against the schema and the other profiles; exit code 1 if it cannot be used')
    .argument('<file>', 'profile, such as acme-switch.json')
    .option('--json', 'print one JSON document')
    .action(async (file: string, options: { readonly json?: boolean | undefined }) => {
      const checked = await checkProfile(resolve(file));
      if (options.json) outJson(io, { file, ok: checked.problems.length === 0, problems: checked.problems });
      else if (checked.profile && checked.problems.length === 0) io.out(summary(checked.profile));
      for (const problem of options.json ? [] : checked.problems) io.say(printable(problem));
      if (checked.problems.length > 0)
        throw new CommandFailed(`${file} cannot be used: resources/profiles/snmp/README.md says what may stand where`);
    });
}
