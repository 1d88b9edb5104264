import type { StepResult } from './step.ts';

export const seconds = (durationMs: number): string => `${(durationMs / 1000).toFixed(1)} s`;

/** One line for one result: name, outcome, time in columns. */
export const row = ({ name, passed, durationMs }: Pick<StepResult, 'name' | 'passed' | 'durationMs'>): string =>
  `${passed ? '✓' : '✗'} ${name.padEnd(20)} ${(passed ? 'passed' : 'FAILED').padEnd(8)} ${seconds(durationMs).padStart(8)}`;

/** What failed, with all it wrote. */
export const failures = (results: readonly StepResult[]): string =>
  results
    .filter(({ passed }) => !passed)
    .map(({ name, output }) => `\n--- ${name} ---\n${output.trim()}`)
    .join('\n');
