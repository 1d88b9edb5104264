import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

export interface ExecuteOptions {
  /** Written to the command's standard input. */
  readonly input?: string | undefined;
  /** Default 20,000 ms; the command is killed then. */
  readonly timeoutMs?: number | undefined;
}

/** Runs a program to its end and answers its standard output; throws with all it wrote if it fails. */
export const execute = async (argv: readonly string[], options: ExecuteOptions = {}): Promise<string> => {
  const [command = '', ...args] = argv;
  const running = run(command, args, { timeout: options.timeoutMs ?? 20_000, killSignal: 'SIGKILL', maxBuffer: 64e6 });
  // A program that ends without reading its input is no fault of the writer.
  running.child.stdin?.on('error', () => undefined);
  running.child.stdin?.end(options.input ?? '');
  try {
    return (await running).stdout;
  } catch (error) {
    const { stdout = '', stderr = '' } = error as { readonly stdout?: string; readonly stderr?: string };
    const wrote = `${stdout}${stderr}`.trim();
    const code = error instanceof Error && 'code' in error ? ` with code ${String(error.code)}` : '';
    throw new Error(`${argv.join(' ')} failed${code}: ${wrote}`, { cause: error });
  }
};
