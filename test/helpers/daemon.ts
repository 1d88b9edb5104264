import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { until } from './until.ts';
import { findTool } from './tools.ts';

/** A program that runs in the background of a test and dies with it, whatever happens to the test. */
export interface Daemon extends AsyncDisposable {
  readonly pid: number;
  /** All it has written so far, both streams. */
  output(): string;
  running(): boolean;
  signal(signal: NodeJS.Signals): void;
  /** Kills it at once and waits for its end; does nothing if it has ended. */
  kill(): Promise<void>;
}

export interface DaemonOptions {
  readonly env?: Readonly<Record<string, string>> | undefined;
  readonly cwd?: string | undefined;
  /** Started once the output holds this text; without it, at once. */
  readonly readyText?: string | undefined;
  readonly readyTimeoutMs?: number | undefined;
  /** For `unshare --fork`: kill its child, the init of the namespace, and let it reap that one and end by itself. */
  readonly killChild?: boolean | undefined;
}

/** On Linux the kernel kills the child when its parent dies, so not even a SIGKILL of the test leaves a daemon. */
const tiedToParent = (command: string, args: readonly string[]): readonly [string, readonly string[]] => {
  const setpriv = process.platform === 'linux' ? findTool('setpriv') : null;
  return setpriv === null ? [command, args] : [setpriv, ['--pdeathsig', 'KILL', command, ...args]];
};

const running = (child: ChildProcess): boolean => child.exitCode === null && child.signalCode === null;

/** The processes that a process started, Linux only. */
export const childrenOf = (pid: number): readonly number[] =>
  readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').filter(Boolean).map(Number);

const killTree = (child: ChildProcess, killChild: boolean): void => {
  const children = killChild && child.pid !== undefined ? childrenOf(child.pid) : [];
  for (const pid of children) process.kill(pid, 'SIGKILL');
  if (children.length === 0) child.kill('SIGKILL');
};

const collect = (child: ChildProcess): (() => string) => {
  let text = '';
  const add = (chunk: Buffer): void => {
    text += chunk.toString();
  };
  child.stdout?.on('data', add);
  child.stderr?.on('data', add);
  return () => text;
};

/** Starts the program; throws, with its output, if it ends or stays silent before it is ready. */
export const startDaemon = async (
  command: string,
  args: readonly string[],
  options: DaemonOptions = {},
): Promise<Daemon> => {
  const [file, all] = tiedToParent(command, args);
  const env = { ...process.env, ...options.env };
  const child = spawn(file, all, { stdio: ['ignore', 'pipe', 'pipe'], env, cwd: options.cwd });
  const output = collect(child);
  await once(child, 'spawn');
  const kill = async (): Promise<void> => {
    if (!running(child)) return;
    const ended = once(child, 'exit');
    killTree(child, options.killChild === true);
    await ended;
  };
  const ready = (): boolean => !running(child) || output().includes(options.readyText ?? '');
  try {
    await until(ready, { what: `${command} ready`, timeoutMs: options.readyTimeoutMs ?? 10_000, everyMs: 5 });
    if (options.readyText !== undefined && !running(child)) throw new Error('it ended at once');
  } catch (error) {
    await kill();
    throw new Error(`${[command, ...args].join(' ')} did not start. It wrote:\n${output()}`, { cause: error });
  }
  return {
    pid: child.pid ?? 0,
    output,
    running: () => running(child),
    signal: (signal) => void child.kill(signal),
    kill,
    [Symbol.asyncDispose]: kill,
  };
};
