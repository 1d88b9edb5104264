/**
 * Runs a profile over an open session: opens the way the device takes commands, gathers facts, fetches the running
 * configuration. One refused command costs what it would have told, and a warning; not the rest.
 */
import type { Outcome, Problem } from '../../../shared/model/outcome.ts';
import { failed, ok } from '../../../shared/model/outcome.ts';
import { configOf } from './config-of-output.ts';
import { factsIn } from './facts.ts';
import { fits } from './match-line.ts';
import { openCommandLine } from './open-command-line.ts';
import type { CommandLine } from './open-command-line.ts';
import type { ProfileRun } from './profile-run.ts';

export interface ProfileReading {
  readonly profile: string;
  readonly facts: Readonly<Record<string, string>>;
  /** The running configuration as the device gave it, secrets and all: seal or mask it before it goes anywhere. */
  readonly config: string | null;
  /** What was not to be had, each with its mend. */
  readonly warnings: readonly string[];
}

interface Gathered {
  readonly facts: Record<string, string>;
  readonly warnings: string[];
  readonly problems: Problem[];
}

/** The output, or null and a warning when the device does not know or does not allow the command. */
const outputOf = async (
  line: CommandLine,
  run: ProfileRun,
  command: string,
  into: Gathered,
): Promise<string | null> => {
  const outcome = await line.run(command);
  if (outcome.kind === 'failed') {
    into.problems.push(outcome.problem);
    return null;
  }
  const opening = outcome.value.split('\n', 40);
  const refused = opening.some((text) => fits(text, run.profile.refusals));
  if (!refused && outcome.kind === 'ok') return outcome.value;
  if (!refused && outcome.value.trim() !== '') return outcome.value;
  into.warnings.push(
    `"${command}" is refused by ${run.session.target}: allow it for this user, or choose another SSH profile than ${run.profile.name}.`,
  );
  return null;
};

const gatherFacts = async (line: CommandLine, run: ProfileRun, into: Gathered): Promise<void> => {
  for (const { run: command, facts } of run.profile.commands) {
    // A broken connection does not mend within a run.
    if (into.problems.length > 0) return;
    const output = await outputOf(line, run, command, into);
    if (output !== null) Object.assign(into.facts, { ...factsIn(output, facts), ...into.facts });
  }
};

const gatherConfig = async (line: CommandLine, run: ProfileRun, into: Gathered): Promise<string | null> => {
  const { config } = run.profile;
  if (config === undefined) return null;
  const warnings: string[] = [];
  for (const command of [config.run, ...config.otherwise]) {
    if (into.problems.length > 0) return null;
    const output = await outputOf(line, run, command, { ...into, warnings });
    if (output === null) continue;
    const { text, whole } = configOf(output, config);
    if (text === '')
      warnings.push(`"${command}" gave nothing on ${run.session.target}: the user may lack the right to see it.`);
    else {
      if (!whole)
        into.warnings.push(`The configuration of ${run.session.target} has no proper end: it may be cut short.`);
      return text;
    }
  }
  into.warnings.push(...warnings);
  return null;
};

/** `partial` when the connection broke on the way; refused commands are `warnings` of a good reading. */
export const runProfile = async (run: ProfileRun): Promise<Outcome<ProfileReading>> => {
  const { session, profile } = run;
  const opened = await openCommandLine(run);
  if (opened.kind === 'failed') return opened;
  const line = opened.value;
  const gathered: Gathered = { facts: {}, warnings: [...line.warnings], problems: [] };
  await gatherFacts(line, run, gathered);
  const config = await gatherConfig(line, run, gathered);
  line.close();
  const { facts, warnings, problems } = gathered;
  const reading = { profile: profile.name, facts, config, warnings };
  const [first] = problems;
  if (first === undefined) {
    const nothing = Object.keys(facts).length === 0 && config === null;
    const words = `Profile ${profile.name} got nothing out of ${session.target}: ${warnings.join(' ') || 'no pattern fits.'}`;
    return nothing ? failed('refused-by-agent', words) : ok(reading);
  }
  if (first.code === 'cancelled' || Object.keys(facts).length === 0) return { kind: 'failed', problem: first };
  return { kind: 'partial', value: reading, problems };
};
