/** `npm run check`: types, lint, import rules, format and unit tests, two at a time. Fails on a warning too. */
import { CHECK_STEPS, UNIT_STEP } from './runner/check-steps.ts';
import { runSteps } from './runner/step.ts';
import { failures, row, seconds } from './runner/table.ts';

const started = performance.now();
// The longest first, so that it does not run alone at the end.
const steps = [UNIT_STEP, ...CHECK_STEPS];
const results = await runSteps(steps, 2, { output: 'keep' }, (result) => console.log(row(result)));
const failed = results.filter(({ passed }) => !passed);
if (failed.length > 0) console.error(failures(results));
const verdict = failed.length === 0 ? 'all clean' : `${failed.map(({ name }) => name).join(', ')} failed`;
console.log(`\n${verdict}, ${seconds(performance.now() - started)}`);
process.exitCode = failed.length === 0 ? 0 : 1;
