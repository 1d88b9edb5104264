import type { Step } from './step.ts';

const TYPED_FOLDERS = ['shared', 'electron', 'renderer', 'test'];

/**
 * All that can be known of the sources without running them. Each fails on a warning too. The page is built here, so that no
 * later test has to.
 */
export const CHECK_STEPS: readonly Step[] = [
  { name: 'lint', script: ['node_modules/oxlint/bin/oxlint', '--type-aware', '--deny-warnings'] },
  ...TYPED_FOLDERS.map((folder) => ({
    name: `types of ${folder}`,
    script: ['node_modules/typescript/bin/tsc', '-p', folder],
  })),
  { name: 'page', script: ['node_modules/vite/bin/vite.js', 'build', 'renderer', '--logLevel', 'warn'] },
  { name: 'imports', script: ['test/runner/check-imports.ts'] },
  { name: 'format', script: ['node_modules/prettier/bin/prettier.cjs', '--check', '.'] },
];

export const UNIT_STEP: Step = {
  name: 'unit tests',
  script: ['node_modules/vitest/vitest.mjs', 'run', '--project', 'unit'],
};
