import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** A command whose end decides whether it passed. */
export interface Step {
  readonly name: string;
  /** A script and its arguments, for the Node we run in. */
  readonly script: readonly string[];
}

export interface StepResult {
  readonly name: string;
  readonly passed: boolean;
  readonly durationMs: number;
  /** What it wrote; '' if that was passed through. */
  readonly output: string;
}

export interface RunOptions {
  /** 'pass': the output goes straight to the terminal; 'keep': it is in the result. */
  readonly output: 'pass' | 'keep';
  readonly env?: NodeJS.ProcessEnv | undefined;
  /** Ends the step, which then has failed. */
  readonly signal?: AbortSignal | undefined;
}

/** Runs the step to its end. Its standard input is empty: nothing here may ever ask. */
export const runStep = async (step: Step, options: RunOptions): Promise<StepResult> => {
  const started = performance.now();
  const stream = options.output === 'pass' ? 'inherit' : 'pipe';
  const env = options.env ?? process.env;
  const { signal } = options;
  const child = spawn(process.execPath, step.script, { cwd: ROOT, env, stdio: ['ignore', stream, stream], signal });
  let output = '';
  for (const pipe of [child.stdout, child.stderr]) {
    pipe?.on('data', (chunk: Buffer) => (output += chunk.toString()));
  }
  try {
    const [code] = (await once(child, 'close')) as [number | null];
    return { name: step.name, passed: code === 0, durationMs: performance.now() - started, output };
  } catch (error) {
    const text = `${output}\n${String(error)}`;
    return { name: step.name, passed: false, durationMs: performance.now() - started, output: text };
  }
};

/** Runs all steps, so many at a time, and answers in their order. Tells of each as it ends. */
export const runSteps = async (
  steps: readonly Step[],
  atOnce: number,
  options: RunOptions,
  ended: (result: StepResult) => void,
): Promise<readonly StepResult[]> => {
  const results: StepResult[] = [];
  const waiting = steps.map((step, index) => ({ step, index }));
  const worker = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const result = await runStep(next.step, options);
      results[next.index] = result;
      ended(result);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return results;
};
