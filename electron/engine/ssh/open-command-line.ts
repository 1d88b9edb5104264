import type { Outcome } from '../../../shared/model/outcome.ts';
import { failed, ok } from '../../../shared/model/outcome.ts';
import type { CommandLimits } from './exec.ts';
import type { ProfileRun } from './profile-run.ts';
import type { Shell } from './shell.ts';

/** A way to give a device commands, terminal or not. */
export interface CommandLine {
  readonly warnings: readonly string[];
  run(command: string): Promise<Outcome<string>>;
  close(): void;
}

/** What is left of the time for everything; one command never gets more. */
const limitsOf = ({ deadlineMs, signal }: Pick<ProfileRun, 'deadlineMs' | 'signal'>): (() => CommandLimits) => {
  const endsAt = performance.now() + deadlineMs;
  return () => ({ deadlineMs: Math.max(1, Math.round(endsAt - performance.now())), signal });
};

/** Goes from a Unix shell into the router's own, and from user to privileged mode, where the profile says so. */
const prepare = async (
  shell: Shell,
  run: ProfileRun,
  limits: () => CommandLimits,
): Promise<Outcome<readonly string[]>> => {
  const { enter, enable, pagerOff } = run.profile;
  const warnings: string[] = [];
  if (enter?.when.test(shell.prompt()) === true) {
    const entered = await shell.change(enter.command, limits());
    if (entered.kind === 'failed') return entered;
  }
  if (enable?.when.test(shell.prompt()) === true) {
    const question = { pattern: enable.question, answer: run.password ?? '' };
    const enabled = await shell.change(enable.command, limits(), question);
    if (enabled.kind === 'failed') return enabled;
    if (enable.when.test(shell.prompt())) {
      const mend = 'give the user privilege 15 on the device, or the enable password the value of the login password';
      warnings.push(`"${enable.command}" is refused by ${run.session.target}: ${mend}.`);
    }
  }
  for (const command of pagerOff) {
    const sent = await shell.run(command, limits());
    if (sent.kind === 'failed') return sent;
  }
  return ok(warnings);
};

const openTerminal = async (run: ProfileRun, limits: () => CommandLimits): Promise<Outcome<CommandLine>> => {
  const { prompt, pagers } = run.profile;
  const opened = await run.session.shell({ prompt, pagers, ...limits() });
  if (opened.kind === 'failed') return opened;
  const shell = opened.value;
  const prepared = await prepare(shell, run, limits);
  if (prepared.kind === 'failed') {
    shell.close();
    return prepared;
  }
  return ok({ warnings: prepared.value, run: (command) => shell.run(command, limits()), close: () => shell.close() });
};

/** Whether the device takes commands without a terminal shows with the first of them. */
const openExec = async (run: ProfileRun, limits: () => CommandLimits): Promise<Outcome<CommandLine>> => {
  const first = run.profile.commands[0]?.run ?? run.profile.config?.run;
  if (first === undefined) return failed('internal', `Profile ${run.profile.name} has no command.`);
  const tried = await run.session.run(first, limits());
  if (tried.kind === 'failed') return tried;
  let kept: Outcome<string> | null = tried;
  const take = (command: string): Promise<Outcome<string>> => {
    const outcome = command === first ? kept : null;
    kept = null;
    return outcome === null ? run.session.run(command, limits()) : Promise.resolve(outcome);
  };
  return ok({ warnings: [], run: take, close: () => undefined });
};

/** Opens the first of the profile's modes that the device takes. */
export const openCommandLine = async (run: ProfileRun): Promise<Outcome<CommandLine>> => {
  const limits = limitsOf(run);
  let outcome: Outcome<CommandLine> = failed('internal', `Profile ${run.profile.name} has no mode.`);
  for (const mode of run.profile.modes) {
    outcome = mode === 'exec' ? await openExec(run, limits) : await openTerminal(run, limits);
    if (outcome.kind !== 'failed' || outcome.problem.code !== 'unsupported') return outcome;
  }
  return outcome;
};
