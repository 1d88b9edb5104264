/**
 * What one probe of a device costs: requests, octets and time, beside net-snmp's own tools that read the same objects. The tools are
 * told which tables the device has; the probe finds out by itself. `node bench/probe.ts [--interfaces 48] [--rounds 5] [--json]`
 * asks one real snmpd; with `--simulator FOLDER` (and `--recordings FOLDER` where they lie elsewhere), as in fleet.ts, also every
 * recorded device there. `--round-trip MS` holds each answer back, as a network does.
 *
 * As root on Linux snmpd runs in a network namespace of its own with that many veth interfaces; elsewhere with those there are.
 */
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { freeUdpPort } from '../test/helpers/free-port.ts';
import { startSnmpd } from '../test/helpers/snmpd.ts';
import { findTool } from '../test/helpers/tools.ts';
import { probeAgain, probeOnce, toolByColumn, toolByTable, type Cost, type ProbedAgent } from './probe-costs.ts';
import { startRelay } from './snmp-relay.ts';

const { values: options } = parseArgs({
  options: {
    interfaces: { type: 'string', default: '48' },
    rounds: { type: 'string', default: '5' },
    'round-trip': { type: 'string', default: '5' },
    simulator: { type: 'string' },
    recordings: { type: 'string' },
    json: { type: 'boolean', default: false },
    inside: { type: 'boolean', default: false },
  },
});

const ROUND_TRIP_MS = Number(options['round-trip']);
const median = (numbers: readonly number[]): number => [...numbers].sort((a, b) => a - b)[numbers.length >> 1] ?? NaN;

const ASKERS = ['probe', 'probe again', 'by table', 'by column'] as const;
type Costs = Readonly<Record<(typeof ASKERS)[number], Cost>>;
const WORDS: Readonly<Record<(typeof ASKERS)[number], string>> = {
  probe: 'trunkline, a device never seen',
  'probe again': 'trunkline, what was learnt kept',
  'by table': 'snmpget, snmpbulkwalk, same tables',
  'by column': 'snmpget, snmpbulkwalk, same columns',
};

/** Each asker in turn, several times; the median of each figure. */
const measure = async (agent: ProbedAgent, rounds: number): Promise<Costs> => {
  await using relay = await startRelay(agent, ROUND_TRIP_MS);
  const behind = { ...agent, port: relay.port };
  const first = await probeOnce(behind); // the agent fills its caches
  const again = { ...behind, tuning: first.tuning };
  const tool = { ...behind, asked: first.asked };
  relay.take();
  const work = {
    probe: () => probeOnce(behind).then(({ ms }) => ms),
    'probe again': () => probeAgain(again),
    'by table': () => toolByTable(tool),
    'by column': () => toolByColumn(tool),
  };
  const seen = { probe: [], 'probe again': [], 'by table': [], 'by column': [] } as Record<keyof Costs, Cost[]>;
  for (let round = 0; round < rounds; round++)
    for (const asker of ASKERS) {
      const ms = await work[asker]();
      seen[asker].push({ ...relay.take(), ms });
    }
  const middle = (asker: keyof Costs): Cost => ({
    pdus: median(seen[asker].map((one) => one.pdus)),
    octets: median(seen[asker].map((one) => one.octets)),
    ms: median(seen[asker].map((one) => one.ms)),
  });
  return {
    probe: middle('probe'),
    'probe again': middle('probe again'),
    'by table': middle('by table'),
    'by column': middle('by column'),
  };
};

const show = (title: string, costs: Costs): void => {
  const pad = (text: string | number, width: number): string => String(text).padStart(width);
  console.log(`\n${title.padEnd(40)}${pad('PDUs', 8)}${pad('octets', 10)}${pad('ms', 9)}${pad('to ours', 22)}`);
  for (const asker of ASKERS) {
    const { pdus, octets, ms } = costs[asker];
    const ratios = [pdus / costs.probe.pdus, octets / costs.probe.octets, ms / costs.probe.ms].map((one) =>
      one.toFixed(2),
    );
    console.log(
      `${WORDS[asker].padEnd(40)}${pad(pdus, 8)}${pad(octets, 10)}${pad(ms.toFixed(0), 9)}${pad(ratios.join(' / '), 22)}`,
    );
  }
};

const sum = (all: readonly Costs[]): Costs => {
  const total = (asker: keyof Costs): Cost => ({
    pdus: all.reduce((many, one) => many + one[asker].pdus, 0),
    octets: all.reduce((many, one) => many + one[asker].octets, 0),
    ms: all.reduce((many, one) => many + one[asker].ms, 0),
  });
  return {
    probe: total('probe'),
    'probe again': total('probe again'),
    'by table': total('by table'),
    'by column': total('by column'),
  };
};

const tell = (what: string, title: string, costs: Costs): void => {
  if (options.json) console.log(JSON.stringify({ bench: 'probe', what, costs }));
  else show(title, costs);
};

const benchSnmpd = async (): Promise<void> => {
  await using agent = await startSnmpd({ config: ['dontLogTCPWrappersConnects yes'] });
  const costs = await measure(agent, Number(options.rounds));
  tell('snmpd', `one snmpd, ${options.interfaces} interfaces`, costs);
};

const startResponder = async (script: string, recordings: string, port: number) => {
  const args = [script, '--dir', recordings, '--port', String(port), '--workers', '1'];
  const child = spawn('python3', args, { stdio: ['ignore', 'pipe', 'inherit'] });
  await new Promise<void>((resolve, reject) => {
    child.stdout.setEncoding('utf8').on('data', (text: string) => text.startsWith('ready') && resolve());
    child.on('exit', (code) => reject(new Error(`the responder ended with ${code}`)));
  });
  return child;
};

const benchRecordings = async (simulator: string): Promise<void> => {
  const folder = options.recordings ?? join(simulator, '..', 'recordings', 'recordings');
  const script = join(simulator, 'responder.py');
  if (!existsSync(script) || !existsSync(folder)) throw new Error(`there is no ${script}, or no ${folder}`);
  const port = await freeUdpPort();
  const responder = await startResponder(script, folder, port);
  try {
    const all: Costs[] = [];
    const names = readdirSync(folder).filter((name) => name.endsWith('.snmprec'));
    for (const name of names) {
      const community = name.slice(0, -'.snmprec'.length);
      const costs = await measure({ address: '127.0.0.1', port, community }, Math.min(3, Number(options.rounds)));
      all.push(costs);
      tell(community, community, costs);
    }
    tell('recordings', `all ${names.length} recorded devices`, sum(all));
  } finally {
    responder.removeAllListeners('exit');
    responder.kill();
  }
};

const addInterfaces = (count: number): void => {
  const pairs = Array.from({ length: Math.ceil(count / 2) }, (_, at) => `link add v${at}a type veth peer name v${at}b`);
  execFileSync('ip', ['-batch', '-'], { input: `${['link set lo up', ...pairs].join('\n')}\n` });
};

const missing = ['snmpbulkwalk', 'snmpget'].filter((name) => findTool(name) === null);
const unshare = process.platform === 'linux' && process.getuid?.() === 0 ? findTool('unshare') : null;
if (missing.length > 0) {
  console.log(
    `not run: ${missing.join(' and ')} missing (Debian package snmp), and a figure without its peer says nothing`,
  );
} else if (options.inside || unshare === null) {
  if (options.inside) addInterfaces(Number(options.interfaces));
  await benchSnmpd();
} else {
  const args = ['-n', process.execPath, fileURLToPath(import.meta.url), '--inside', ...process.argv.slice(2)];
  process.exitCode = spawnSync(unshare, args, { stdio: 'inherit' }).status ?? 1;
}
if (!options.inside && missing.length === 0) {
  if (options.simulator !== undefined) await benchRecordings(options.simulator);
  else console.log('\nrecorded devices: not run, for no --simulator FOLDER was given (its responder.py replays them)');
}
