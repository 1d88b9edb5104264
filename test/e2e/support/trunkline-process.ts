/** Runs the real `trunkline` command and reads what it says. Always ended, by its own process id. */
import { spawn, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { until } from '../../helpers/until.ts';

const BIN = fileURLToPath(new URL('../../../bin/trunkline.js', import.meta.url));

export interface TrunklineProcess {
  /** The address with its token, as printed. */
  readonly url: string;
  readonly pid: number;
  output(): string;
  /** Ends it at once, as a crash would. */
  kill(): Promise<void>;
  close(): Promise<void>;
}

export interface StartOptions {
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** Put in front of the command, for example `ip netns exec NAME`. */
  readonly prefix?: readonly string[];
}

/** Starts a command that serves a page (serve, demo) and waits for its address. */
export async function startTrunkline(options: StartOptions): Promise<TrunklineProcess> {
  const [command = process.execPath, ...args] = [...(options.prefix ?? []), process.execPath, BIN, ...options.args];
  const child = spawn(command, args, { env: { ...process.env, ...options.env }, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  child.stdout.on('data', (text: Buffer) => (output += text.toString()));
  child.stderr.on('data', (text: Buffer) => (output += text.toString()));
  const url = await until(
    () => {
      if (child.exitCode !== null) throw new Error(`trunkline ended with ${child.exitCode}:\n${output}`);
      return /http:\/\/[^\s]+#\S+/.exec(output)?.[0];
    },
    { timeoutMs: 60_000, what: `trunkline ${options.args.join(' ')} to print its address` },
  );
  return {
    url,
    pid: child.pid ?? 0,
    output: () => output,
    kill: () => end(child, 'SIGKILL'),
    close: () => end(child, 'SIGTERM'),
  };
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill(signal);
  await ended;
}
