import { z } from 'zod';

export interface Totals {
  readonly passed: number;
  readonly failed: number;
  /** Full names of the tests that did not run. */
  readonly skipped: readonly string[];
}

export const NOTHING: Totals = { passed: 0, failed: 0, skipped: [] };

export const sum = (all: readonly Totals[]): Totals => ({
  passed: all.reduce((total, { passed }) => total + passed, 0),
  failed: all.reduce((total, { failed }) => total + failed, 0),
  skipped: all.flatMap(({ skipped }) => skipped),
});

const vitestReport = z.object({
  success: z.boolean(),
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      assertionResults: z.array(z.object({ fullName: z.string(), status: z.string() })),
    }),
  ),
});

/** Counts a file that could not be loaded as one failure: it holds tests that did not run. */
export const vitestTotals = (json: string): Totals => {
  const { testResults } = vitestReport.parse(JSON.parse(json));
  const tests = testResults.flatMap(({ assertionResults }) => assertionResults);
  const failed = tests.filter(({ status }) => status === 'failed').length;
  const broken = testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
  ).length;
  return {
    passed: tests.filter(({ status }) => status === 'passed').length,
    failed: failed + broken,
    skipped: tests
      .filter(({ status }) => status !== 'passed' && status !== 'failed')
      .map(({ fullName }) => fullName.trim()),
  };
};

interface PlaywrightSuite {
  readonly title: string;
  readonly suites?: readonly PlaywrightSuite[] | undefined;
  readonly specs: readonly {
    readonly title: string;
    readonly tests: readonly { readonly status: string; readonly projectName?: string | undefined }[];
  }[];
}

const playwrightSuite: z.ZodType<PlaywrightSuite> = z.lazy(() =>
  z.object({
    title: z.string(),
    suites: z.array(playwrightSuite).optional(),
    specs: z.array(
      z.object({
        title: z.string(),
        tests: z.array(z.object({ status: z.string(), projectName: z.string().optional() })),
      }),
    ),
  }),
);
const playwrightReport = z.object({ suites: z.array(playwrightSuite), errors: z.array(z.unknown()) });

interface Outcome {
  readonly name: string;
  readonly status: string;
}

const outcomes = (suite: PlaywrightSuite, above: string): readonly Outcome[] => {
  const path = `${above} ${suite.title}`.trim();
  return [
    ...suite.specs.flatMap(({ title, tests }) =>
      tests.map(({ status, projectName = '' }) => ({ name: `${projectName} ${path} ${title}`.trim(), status })),
    ),
    ...(suite.suites ?? []).flatMap((inner) => outcomes(inner, path)),
  ];
};

/** A flaky test, which passed only when it was tried again, has failed: it will fail someone else's run. */
export const playwrightTotals = (json: string): Totals => {
  const { suites, errors } = playwrightReport.parse(JSON.parse(json));
  const all = suites.flatMap((suite) => outcomes(suite, ''));
  const count = (...wanted: readonly string[]): number => all.filter(({ status }) => wanted.includes(status)).length;
  return {
    passed: count('expected'),
    failed: count('unexpected', 'flaky') + errors.length,
    skipped: all.filter(({ status }) => status === 'skipped').map(({ name }) => name),
  };
};
