/** `npm run bench`: every figure that the README claims, each beside its peer in one run. Quote medians and ratios. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const BENCHES = [
  'snmp.ts',
  'probe.ts',
  'store.ts',
  'moment.ts',
  'log.ts',
  'series.ts',
  'terminal.ts',
  'map.ts',
  'page.ts',
  'fleet.ts',
];

let failed = 0;
for (const name of BENCHES) {
  console.log(`\n== ${name}`);
  const { status } = spawnSync(process.execPath, [fileURLToPath(new URL(name, import.meta.url))], { stdio: 'inherit' });
  if (status !== 0) failed += 1;
}
process.exit(failed === 0 ? 0 : 1);
