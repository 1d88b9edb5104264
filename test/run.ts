/**
 * `npm test`: everything this machine can run. Installs missing tools where it may (Debian or Ubuntu as root), checks
 * the sources, runs every suite, then looks whether a process, a namespace or a file was left behind. Its last line is
 * the total. With CI=true nothing may be missing.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TEMPORARY_PREFIX } from './helpers/temporary-folder.ts';
import { cleanUpLeftovers } from './lab/leftovers.ts';
import { CHECK_STEPS } from './runner/check-steps.ts';
import { installTools } from './runner/install-tools.ts';
import { forgottenFiles, orphanedNamespaces, processesOf } from './runner/left-behind.ts';
import { runSteps } from './runner/step.ts';
import type { SuiteResult } from './runner/suites.ts';
import { runSuite, suites, whyNot } from './runner/suites.ts';
import { failures, row } from './runner/table.ts';
import { NOTHING, sum } from './runner/totals.ts';

const STRICT = process.env['CI'] === 'true';
const interrupted = new AbortController();
const folder = mkdtempSync(join(tmpdir(), `${TEMPORARY_PREFIX}run-`));
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => interrupted.abort());
// A folder of our own: what is left in it, and which processes know it, is surely ours.
const env = { ...process.env, TMPDIR: folder, TEMP: folder, TMP: folder };

/** Without a test of its own: what went wrong as if it were one failed test. */
const failure = (name: string, durationMs = 0): SuiteResult => ({
  name,
  passed: false,
  durationMs,
  totals: { ...NOTHING, failed: 1 },
});

const title = (text: string): void => console.log(`\n=== ${text} ===`);

const tools = (): readonly SuiteResult[] => {
  const missing = installTools(title);
  if (missing === '') return [];
  console.error(`\n${missing}\nThe tests that need it do not run and are named below.`);
  return STRICT ? [failure('tools')] : [];
};

const checks = async (): Promise<readonly SuiteResult[]> => {
  title('checks');
  const signal = interrupted.signal;
  const results = await runSteps(CHECK_STEPS, 2, { output: 'keep', env, signal }, (one) => console.log(row(one)));
  console.error(failures(results));
  return results.map((one) => ({ ...one, totals: one.passed ? NOTHING : { ...NOTHING, failed: 1 } }));
};

const tests = async (): Promise<readonly SuiteResult[]> => {
  const results: SuiteResult[] = [];
  for (const suite of suites(folder)) {
    if (interrupted.signal.aborted) break;
    title(suite.name);
    const reason = whyNot(suite);
    if (reason === null) results.push(await runSuite(suite, env, interrupted.signal));
    else if (STRICT) results.push(failure(`${suite.name}: ${reason}`));
    else
      results.push({
        ...failure(suite.name),
        passed: true,
        totals: { ...NOTHING, skipped: [`${suite.name}: ${reason}`] },
      });
  }
  return results;
};

/** Ends and removes what outlived the tests, and takes it for a failure, unless they were interrupted. */
const leftBehind = async (namespacesBefore: readonly string[]): Promise<readonly SuiteResult[]> => {
  const processes = processesOf(folder);
  for (const { pid } of processes) process.kill(pid, 'SIGKILL');
  const namespaces = orphanedNamespaces().filter((name) => !namespacesBefore.includes(name));
  if (namespaces.length > 0) await cleanUpLeftovers();
  const found = [
    ...processes.map(({ pid, command }) => `process ${pid}: ${command}`),
    ...namespaces.map((name) => `namespace ${name}`),
    ...forgottenFiles(folder).map((name) => `temporary folder ${name}`),
  ];
  if (found.length === 0 || interrupted.signal.aborted) return [];
  console.error(`\nleft behind by the tests:\n  ${found.join('\n  ')}`);
  return [failure('nothing left behind')];
};

const namespacesBefore = orphanedNamespaces();
const results = [...tools(), ...(await checks()), ...(await tests()), ...(await leftBehind(namespacesBefore))];
const { passed, failed, skipped } = sum(results.map(({ totals }) => totals));
title('summary');
for (const result of results) console.log(row(result));
for (const name of skipped) console.log(`not run: ${name}`);
if (interrupted.signal.aborted) console.error('interrupted');
console.log(`total: ${passed} passed, ${failed} failed, ${skipped.length} skipped`);
process.exitCode = failed > 0 || interrupted.signal.aborted ? 1 : 0;
