import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { EchoResult } from '../../host/host.ts';
import { echoResult, notAsked } from './echo-result.ts';
import { dealOut, planFping } from './fping-plan.ts';
import type { FpingPlan } from './fping-plan.ts';
import { parseFping } from './parse-fping.ts';
import type { Family, PlainAddress } from './plain-address.ts';
import { runProgram } from './run-program.ts';
import type { ProgramEnd } from './run-program.ts';

/** A program started from a desktop on macOS has not the PATH of a terminal. */
const MORE_FOLDERS = [
  '/usr/bin',
  '/usr/sbin',
  '/usr/local/bin',
  '/usr/local/sbin',
  '/opt/homebrew/bin',
  '/opt/homebrew/sbin',
];
/** Beyond the planned time a loaded machine gets this long. */
const GRACE_MS = 3000;
const TRIAL_MS = 5000;

const executable = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

/** Full path of fping; null where it is not installed. There is none for Windows. */
export const findFping = (): string | null => {
  if (process.platform === 'win32') return null;
  const folders = [...(process.env['PATH'] ?? '').split(delimiter).filter(Boolean), ...MORE_FOLDERS];
  return folders.map((folder) => join(folder, 'fping')).find(executable) ?? null;
};

const lastLine = (text: string): string => text.trim().split('\n').at(-1)?.slice(0, 200) ?? '';

const whyUseless = (end: ProgramEnd): string =>
  end.startError ?? (lastLine(end.stderr) || `it ended with ${end.exitCode ?? end.broken ?? 'nothing'}`);

/** Asks fping for its version and for one echo of this machine itself: only that shows whether it has the rights to send. */
export const tryFping = async (path: string): Promise<{ version: string } | { problem: string }> => {
  const signal = AbortSignal.timeout(TRIAL_MS);
  const options = { keepStdout: true, deadlineMs: TRIAL_MS, signal };
  const told = await runProgram(path, ['-v'], options);
  const version = /Version (\d[\w.]{0,20})/.exec(told.stdout + told.stderr)?.[1];
  if (version === undefined) return { problem: whyUseless(told) };
  const echo = await runProgram(path, ['-C', '1', '-t', '500'], { ...options, input: '127.0.0.1\n' });
  return parseFping(echo.stderr).has('127.0.0.1') ? { version } : { problem: whyUseless(echo) };
};

export interface EchoOptions {
  readonly count: number;
  readonly withinMs: number;
  readonly signal: AbortSignal;
}

const argumentsOf = (plan: FpingPlan, family: Family, count: number): string[] => {
  const timing = ['-p', plan.periodMs, '-t', plan.timeoutMs, '-i', plan.spacingMs].map(String);
  return [...(family === 6 ? ['-6'] : []), '-C', String(count), ...timing];
};

const noteOfEnd = (end: ProgramEnd): string => {
  if (end.broken === 'cancelled') return 'cancelled';
  if (end.broken === 'late') return 'fping did not end in time';
  return `fping failed: ${whyUseless(end)}`;
};

/** Targets go in by the input, so their number has no limit. Those that fping says nothing of come back as not asked. */
const runOne = async (path: string, targets: readonly PlainAddress[], plan: FpingPlan, options: EchoOptions) => {
  const family = targets[0]?.family ?? 4;
  const end = await runProgram(path, argumentsOf(plan, family, options.count), {
    input: `${targets.map(({ text }) => text).join('\n')}\n`,
    keepStdout: false,
    deadlineMs: options.withinMs + GRACE_MS,
    signal: options.signal,
  });
  const answers = end.broken === null ? parseFping(end.stderr) : new Map<string, never>();
  return targets.map(({ given, text }): EchoResult => {
    const answer = answers.get(text);
    return answer === undefined ? notAsked(given, noteOfEnd(end)) : echoResult(given, answer.probes, answer.note);
  });
};

/**
 * Asks all targets by as few fping processes as can send in time (one for each family, more past 1,000 packets a second).
 * Each is started in a turn of its own: the system copies the page tables of this process for it, which takes the longer the
 * larger the network is, and polls come in between.
 */
export const pingByFping = async (
  path: string,
  targets: readonly PlainAddress[],
  options: EchoOptions,
): Promise<EchoResult[]> => {
  const runs: Promise<EchoResult[]>[] = [];
  for (const share of sharesOf(targets, options)) {
    if (runs.length > 0) await new Promise((resolve) => setImmediate(resolve));
    runs.push(runOne(path, share, planFping(share.length, options.count, options.withinMs), options));
  }
  return (await Promise.all(runs)).flat();
};

const FAMILIES: readonly Family[] = [4, 6];

const sharesOf = (targets: readonly PlainAddress[], { count, withinMs }: EchoOptions) =>
  FAMILIES.flatMap((family) => {
    const ofFamily = targets.filter((target) => target.family === family);
    return dealOut(ofFamily, planFping(ofFamily.length, count, withinMs).processes);
  });
