/**
 * ICMP by the system's own ping program, one process a target: for machines without fping. Costs some 3 ms of CPU a target
 * and is held to a few dozen at once, so thousands of targets take longer than asked; fping is what scales.
 */
// An ambient module can be had no other way by every tsconfig that reaches this file.
// oxlint-disable-next-line typescript/triple-slash-reference
/// <reference path="./ping-parts.d.ts" />
import builders from 'ping/lib/builder/factory.js';
import parsers from 'ping/lib/parser/factory.js';
import type { EchoResult } from '../../host/host.ts';
import { echoResult, notAsked } from './echo-result.ts';
import type { EchoOptions } from './fping.ts';
import { noteInPingOutput } from './note-in-ping-output.ts';
import type { PlainAddress } from './plain-address.ts';
import { runProgram } from './run-program.ts';

export const MOST_AT_ONCE = 48;
const PACKET_BYTES = 56;
/** iputils lets nobody but root go below 0.2 s; ping.exe has no setting and sends once a second. */
const MIN_SPACING_MS = 200;
const WINDOWS_SPACING_MS = 1000;
const GRACE_MS = 1000;

export interface SystemPlan {
  readonly count: number;
  /** Null where the program cannot be told. */
  readonly spacingMs: number | null;
  readonly timeoutMs: number;
}

/** Fits the probes of one target into its time: fewer of them rather than later ones. At least one. */
export const planSystemPing = (platform: string, count: number, withinMs: number): SystemPlan => {
  const timeoutMs = Math.min(2000, Math.max(500, Math.round(withinMs / (count + 1))));
  const smallest = platform === 'win32' ? WINDOWS_SPACING_MS : MIN_SPACING_MS;
  const room = Math.max(0, withinMs - timeoutMs);
  const fitting = Math.max(1, Math.min(count, Math.floor(room / smallest) + 1));
  const spacingMs = platform === 'win32' ? null : Math.max(smallest, Math.floor(room / fitting));
  return { count: fitting, spacingMs, timeoutMs };
};

const seconds = (ms: number): string => (ms / 1000).toFixed(1);

/** Arguments of this platform's ping program. The address must have gone through `plainAddress`. */
export const systemPingArguments = (platform: string, target: PlainAddress, plan: SystemPlan): string[] => {
  const v6 = target.family === 6;
  return builders.createBuilder(platform).getCommandArguments(target.text, {
    numeric: true,
    // ping6 of macOS knows no timeout: the deadline ends it.
    timeout: platform === 'darwin' && v6 ? false : plan.timeoutMs / 1000,
    min_reply: plan.count,
    v6,
    packetSize: PACKET_BYTES,
    extra: plan.spacingMs === null ? [] : ['-i', seconds(plan.spacingMs)],
  });
};

/** Round trips that a ping program's output tells of, in milliseconds. Never throws, whatever the text. */
export const roundTrips = (platform: string, target: PlainAddress, output: string): number[] => {
  const parser = parsers.createParser(target.text, platform, { v6: target.family === 6, packetSize: PACKET_BYTES });
  try {
    for (const line of output.split(/\r?\n/)) parser.eat(line);
  } catch {
    // The package's parsers index into lines of a shape they did not foresee: an error text has no round trips.
    return [];
  }
  return parser.getResult().times.filter((time) => typeof time === 'number');
};

const pingOne = async (target: PlainAddress, options: EchoOptions): Promise<EchoResult> => {
  const { platform } = process;
  const plan = planSystemPing(platform, options.count, options.withinMs);
  const path = builders.getExecutablePath(platform, target.family === 6);
  const end = await runProgram(path, systemPingArguments(platform, target, plan), {
    keepStdout: true,
    deadlineMs: options.withinMs + GRACE_MS,
    signal: options.signal,
  });
  if (end.broken === 'cancelled') return notAsked(target.given, 'cancelled');
  if (end.broken === 'not started') return notAsked(target.given, `${path} cannot be started: ${end.startError}`);
  const received = roundTrips(platform, target, end.stdout).slice(0, plan.count);
  // Which probe was lost is not told; that it was, is.
  const lost = Array.from({ length: plan.count - received.length }, () => null);
  return echoResult(target.given, [...received, ...lost], noteInPingOutput(`${end.stdout}\n${end.stderr}`));
};

/** Asks the targets, a few dozen at once. Each gets its share of `withinMs`, but never less than a second. */
export const pingBySystem = async (
  targets: readonly PlainAddress[],
  { count, withinMs, signal }: EchoOptions,
): Promise<EchoResult[]> => {
  const rounds = Math.ceil(targets.length / MOST_AT_ONCE);
  const share = { count, withinMs: Math.max(1000, Math.floor(withinMs / Math.max(1, rounds))), signal };
  const results: EchoResult[] = [];
  const queue = [...targets];
  const work = async (): Promise<void> => {
    for (let target = queue.shift(); target !== undefined; target = queue.shift()) {
      results.push(signal.aborted ? notAsked(target.given, 'cancelled') : await pingOne(target, share));
    }
  };
  await Promise.all(Array.from({ length: MOST_AT_ONCE }, work));
  return results;
};
