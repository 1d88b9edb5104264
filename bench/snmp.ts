/**
 * What a value costs that is read by SNMP: our walk beside the C tool `snmpbulkwalk -Cr25` and the net-snmp package's `subtree`,
 * against one real snmpd, in turn, medians of several rounds. Run: `node bench/snmp.ts [--interfaces 200] [--rounds 7] [--json]`.
 *
 * As root on Linux it runs in a network namespace of its own with that many veth interfaces; elsewhere with the interfaces there are.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { startSnmpd } from '../test/helpers/snmpd.ts';
import { findTool } from '../test/helpers/tools.ts';
import { walkWithBulkwalk, walkWithPackage, walkWithTrunkline } from './snmp-walkers.ts';
import type { Walker } from './snmp-walkers.ts';

const { values } = parseArgs({
  options: {
    interfaces: { type: 'string', default: '200' },
    rounds: { type: 'string', default: '7' },
    json: { type: 'boolean', default: false },
    inside: { type: 'boolean', default: false },
  },
});

const WALKS_A_ROUND = 5;
const median = (numbers: readonly number[]): number => [...numbers].sort((a, b) => a - b)[numbers.length >> 1] ?? NaN;

interface Figure {
  readonly name: string;
  readonly values: number;
  readonly valuesPerSecond: number;
  readonly cpuMicrosecondsAValue: number;
}

const addInterfaces = (count: number): void => {
  const pairs = Array.from({ length: Math.ceil(count / 2) }, (_, at) => `link add v${at}a type veth peer name v${at}b`);
  execFileSync('ip', ['-batch', '-'], { input: `${['link set lo up', ...pairs].join('\n')}\n` });
};

const measure = async (walkers: readonly Walker[], rounds: number): Promise<readonly Figure[]> => {
  const seen = walkers.map((walker) => ({ walker, values: 0, perSecond: [] as number[], cpu: [] as number[] }));
  for (const { walker } of seen) await walker.walk(1); // the agent fills its caches, the compiler warms up
  for (let round = 0; round < rounds; round++)
    for (const one of seen) {
      const run = await one.walker.walk(WALKS_A_ROUND);
      one.values = run.values / WALKS_A_ROUND;
      one.perSecond.push(run.values / (run.wallMs / 1000));
      one.cpu.push((run.cpuMs * 1000) / run.values);
    }
  return seen.map((one) => ({
    name: one.walker.name,
    values: one.values,
    valuesPerSecond: Math.round(median(one.perSecond)),
    cpuMicrosecondsAValue: Number(median(one.cpu).toFixed(2)),
  }));
};

const show = (figures: readonly Figure[]): void => {
  const ours = figures[0];
  const pad = (text: string | number, width: number): string => String(text).padStart(width);
  console.log(
    `${'walker'.padEnd(36)}${pad('values', 9)}${pad('values/s', 12)}${pad('CPU µs a value', 16)}${pad('CPU to ours', 13)}`,
  );
  for (const one of figures) {
    const ratio = ours ? (one.cpuMicrosecondsAValue / ours.cpuMicrosecondsAValue).toFixed(2) : '-';
    console.log(
      `${one.name.padEnd(36)}${pad(one.values, 9)}${pad(one.valuesPerSecond, 12)}${pad(one.cpuMicrosecondsAValue, 16)}${pad(ratio, 13)}`,
    );
  }
};

const bench = async (): Promise<void> => {
  await using agent = await startSnmpd({ config: ['dontLogTCPWrappersConnects yes'] });
  const walkers = [walkWithTrunkline(agent), walkWithPackage(agent)];
  const bulkwalk = findTool('snmpbulkwalk');
  if (bulkwalk === null) console.error('snmpbulkwalk is missing (Debian package snmp): not compared');
  else walkers.push(walkWithBulkwalk(agent, bulkwalk, true), walkWithBulkwalk(agent, bulkwalk, false));
  const figures = await measure(walkers, Number(values.rounds));
  if (values.json) console.log(JSON.stringify({ bench: 'snmp', figures }));
  else show(figures);
  if (new Set(figures.map((one) => one.values)).size > 1)
    throw new Error('the walkers did not read the same number of values');
};

const unshare = process.platform === 'linux' && process.getuid?.() === 0 ? findTool('unshare') : null;
if (values.inside || unshare === null) {
  if (values.inside) addInterfaces(Number(values.interfaces));
  await bench();
} else {
  const args = ['-n', process.execPath, fileURLToPath(import.meta.url), '--inside', ...process.argv.slice(2)];
  process.exitCode = spawnSync(unshare, args, { stdio: 'inherit' }).status ?? 1;
}
