/** A program: who imports whom (.dependency-cruiser.mjs), with each broken rule and its reason; fails on warnings too. */
import { execFile } from 'node:child_process';
import { ROOT } from './step.ts';
import { importFindings } from './import-findings.ts';

const CRUISER = 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs';
const argv = [
  CRUISER,
  '--config',
  '.dependency-cruiser.mjs',
  '--output-type',
  'json',
  'shared',
  'electron',
  'renderer',
];

execFile(process.execPath, argv, { cwd: ROOT, maxBuffer: 256e6 }, (error, stdout, stderr) => {
  if (stdout === '') {
    console.error(stderr, error);
    process.exit(1);
  }
  const { modules, problems } = importFindings(stdout);
  for (const problem of problems) console.error(problem);
  console.log(`${modules} modules, ${problems.length} problems`);
  process.exit(problems.length === 0 ? 0 : 1);
});
