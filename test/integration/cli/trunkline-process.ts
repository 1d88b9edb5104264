/** The trunkline command as a process of its own, with a home of its own, and its two streams apart. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { findTool } from '../../helpers/tools.ts';

const COMMAND = fileURLToPath(new URL('../../../bin/trunkline.js', import.meta.url));

export interface Finished {
  /** Null when a signal ended it. */
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly durationMs: number;
}

export interface TrunklineOptions {
  /** Configuration (key file) and data go below this folder. */
  readonly home: string;
  readonly env?: Readonly<Record<string, string>> | undefined;
  /** Program and arguments that start it elsewhere, such as `unshare -n`. */
  readonly inside?: readonly string[] | undefined;
}

export interface TrunklineProcess extends AsyncDisposable {
  readonly pid: number;
  readonly stdout: () => string;
  readonly stderr: () => string;
  /** Complete lines on stdout so far. */
  readonly lines: () => readonly string[];
  readonly signal: (name: NodeJS.Signals) => void;
  readonly ended: Promise<Finished>;
}

/** On Linux the kernel ends it with the test that started it. */
const tied = (argv: readonly string[]): readonly string[] => {
  const setpriv = process.platform === 'linux' ? findTool('setpriv') : null;
  return setpriv === null ? argv : [setpriv, '--pdeathsig', 'KILL', ...argv];
};

const collected = (stream: ChildProcess['stdout']): (() => string) => {
  let text = '';
  stream?.setEncoding('utf8');
  stream?.on('data', (part: string) => {
    text += part;
  });
  return () => text;
};

/** Where the command, started with this home, keeps its key. */
export const keyFileOf = (home: string): string => `${home}/config/trunkline/vault.key`;

const environment = ({ home, env }: TrunklineOptions): NodeJS.ProcessEnv => ({
  ...process.env,
  HOME: home,
  XDG_CONFIG_HOME: `${home}/config`,
  XDG_DATA_HOME: `${home}/data`,
  ...env,
});

export function startTrunkline(args: readonly string[], options: TrunklineOptions): TrunklineProcess {
  const startedAtMs = performance.now();
  const argv = tied([...(options.inside ?? []), process.execPath, COMMAND, ...args]);
  const child = spawn(argv[0] ?? '', argv.slice(1), {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: environment(options),
  });
  const [stdout, stderr] = [collected(child.stdout), collected(child.stderr)];
  const ended = once(child, 'close').then((): Finished => ({
    code: child.exitCode,
    stdout: stdout(),
    stderr: stderr(),
    durationMs: performance.now() - startedAtMs,
  }));
  return {
    pid: child.pid ?? 0,
    stdout,
    stderr,
    lines: () => stdout().split('\n').slice(0, -1),
    signal: (name) => void child.kill(name),
    ended,
    [Symbol.asyncDispose]: async () => {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

/** Runs it to its end. */
export const trunkline = (args: readonly string[], options: TrunklineOptions): Promise<Finished> =>
  startTrunkline(args, options).ended;
