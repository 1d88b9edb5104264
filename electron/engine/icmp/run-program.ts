import { spawn } from 'node:child_process';

export interface ProgramEnd {
  /** Null when it was killed or could not be started. */
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** Why it has no exit code; null when it ended by itself. */
  readonly broken: 'cancelled' | 'late' | 'not started' | null;
  /** What the system said when it could not be started. */
  readonly startError: string | null;
}

export interface ProgramOptions {
  readonly input?: string | undefined;
  /** False: what it writes to its output is thrown away by the system, at no cost. */
  readonly keepStdout: boolean;
  readonly deadlineMs: number;
  readonly signal: AbortSignal;
}

const MAX_OUTPUT_CHARACTERS = 8_000_000;

/** Runs a program without a shell to its end, its deadline or its cancelling, whichever is first. Never throws. */
export const runProgram = (
  path: string,
  args: readonly string[],
  { input, keepStdout, deadlineMs, signal }: ProgramOptions,
): Promise<ProgramEnd> =>
  new Promise((resolve) => {
    const written = { stdout: '', stderr: '' };
    let broken: ProgramEnd['broken'] = null;
    const end = (exitCode: number | null, startError: string | null): void => {
      clearTimeout(deadline);
      signal.removeEventListener('abort', cancel);
      resolve({ exitCode, ...written, broken, startError });
    };
    const child = spawn(path, [...args], {
      stdio: ['pipe', keepStdout ? 'pipe' : 'ignore', 'pipe'],
      windowsHide: true,
      // The programs' words are read: they must not be translated.
      env: { ...process.env, LANG: 'C', LC_ALL: 'C' },
    });
    const kill = (why: 'cancelled' | 'late'): void => {
      broken ??= why;
      child.kill('SIGKILL');
    };
    const cancel = (): void => kill('cancelled');
    const deadline = setTimeout(() => kill('late'), deadlineMs);
    const keep = (stream: 'stdout' | 'stderr') => (chunk: string) => {
      if (written[stream].length < MAX_OUTPUT_CHARACTERS) written[stream] += chunk;
    };
    child.stdout?.setEncoding('utf8').on('data', keep('stdout'));
    child.stderr?.setEncoding('utf8').on('data', keep('stderr'));
    child.on('error', (error) => {
      broken ??= 'not started';
      end(null, error.message);
    });
    child.on('close', (code) => end(code, null));
    // A program that dies before it has read its input closes the pipe: its exit code tells, not this.
    child.stdin?.on('error', () => undefined).end(input ?? '');
    signal.addEventListener('abort', cancel, { once: true });
    if (signal.aborted) cancel();
  });
