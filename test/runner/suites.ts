import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Step } from './step.ts';
import { ROOT, runStep } from './step.ts';
import type { Totals } from './totals.ts';
import { NOTHING, playwrightTotals, vitestTotals } from './totals.ts';

export interface Suite extends Step {
  /** Where its JSON report is to be. */
  readonly report: string;
  readonly env?: Readonly<Record<string, string>> | undefined;
  readonly count: (json: string) => Totals;
}

export interface SuiteResult {
  readonly name: string;
  readonly passed: boolean;
  readonly durationMs: number;
  readonly totals: Totals;
}

const vitestSuite = (project: string, folder: string): Suite => {
  const report = join(folder, `${project}.json`);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const script = ['node_modules/vitest/vitest.mjs', 'run', '--project', project, ...reporters];
  return { name: project, script, report, count: vitestTotals };
};

const playwrightSuite = (folder: string): Suite => {
  const report = join(folder, 'e2e.json');
  const script = ['node_modules/@playwright/test/cli.js', 'test', '--reporter=list,json'];
  return { name: 'e2e', script, report, env: { PLAYWRIGHT_JSON_OUTPUT_FILE: report }, count: playwrightTotals };
};

/** All suites in the order of their speed; reports go to the folder. */
export const suites = (folder: string): readonly Suite[] => [
  ...['unit', 'contract', 'integration', 'lab'].map((project) => vitestSuite(project, folder)),
  playwrightSuite(folder),
];

/** null if the suite can run. */
export const whyNot = (suite: Suite): string | null =>
  suite.name === 'e2e' && !existsSync(join(ROOT, 'playwright.config.ts')) ? 'playwright.config.ts is not there' : null;

const countTests = (suite: Suite): Totals => {
  if (!existsSync(suite.report)) return { ...NOTHING, failed: 1 };
  return suite.count(readFileSync(suite.report, 'utf8'));
};

/** Runs a suite with its output passed through. A suite that fails without a failed test counts as one failure. */
export const runSuite = async (suite: Suite, env: NodeJS.ProcessEnv, signal: AbortSignal): Promise<SuiteResult> => {
  const all = { ...env, ...suite.env };
  const { name, passed, durationMs } = await runStep(suite, { output: 'pass', env: all, signal });
  const totals = countTests(suite);
  const failed = passed ? totals.failed : Math.max(1, totals.failed);
  return { name, durationMs, passed: passed && failed === 0, totals: { ...totals, failed } };
};
