/**
 * A network file of any size, for screenshots and measurements: `node bench/make-network.ts --devices 1000 FILE`.
 *
 * `--hours 6` gives it a past (samples of all cabled ports, a day of incidents). `--serve` then runs engine and page on it and
 * prints the address; a file made before is served as it is when --devices is the same. No packet leaves the machine.
 */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { ensurePage } from '../electron/headless/page-build.ts';
import { planNetwork } from './network/plan-network.ts';
import { runNetwork } from './network/run-network.ts';
import { writeNetwork } from './network/write-network.ts';
import { writePast } from './network/write-past.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    devices: { type: 'string', default: '1000' },
    hours: { type: 'string', default: '0' },
    serve: { type: 'boolean', default: false },
    port: { type: 'string' },
  },
});
const [file] = positionals;
const [count, hours] = [Number(values.devices), Number(values.hours)];

async function make(to: string): Promise<void> {
  const plan = planNetwork(count);
  if (!values.serve || !existsSync(to)) {
    const ports = await writeNetwork(to, plan);
    if (hours > 0) await writePast(to, plan, ports, hours);
    console.error(`${to}: ${count} devices, ${plan.links.length} links`);
  }
  if (!values.serve) return;
  await ensurePage(fileURLToPath(new URL('../', import.meta.url)), (line) => console.error(line));
  const run = await runNetwork(to, plan, values.port === undefined ? undefined : Number(values.port));
  console.log(run.server.url);
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void run.close().then(() => process.exit(0)));
}

if (file === undefined || !Number.isInteger(count) || count < 1 || !(hours >= 0)) {
  console.error('usage: node bench/make-network.ts [--devices N] [--hours H] [--serve [--port P]] FILE');
  process.exitCode = 2;
} else await make(file);
