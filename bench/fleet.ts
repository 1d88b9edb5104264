/**
 * One engine and a simulated fleet of thousands: what it finds beside the truth, how late its polls are, how long its event
 * loop stands still, what it costs. `node bench/fleet.ts --simulator FOLDER [--devices 1000] [--minutes 5] [--json]`.
 *
 * The simulator (responder.py, fleet.py, fleet1000.json ...) and the recordings beside it are no part of this project. Linux
 * only: every address of 127.10.0.0/16 is the machine itself. `--file` keeps the network file, so that a second run starts
 * from it; `--profile FOLDER` writes a CPU profile of the engine.
 */
import { fork, spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { FleetMessage, FleetTask, Phase } from './fleet-engine.ts';
import { rateErrors, readTruth, scoreLinks, silentDevices, type Truth } from './fleet-truth.ts';

const { values: options } = parseArgs({
  options: {
    simulator: { type: 'string' },
    recordings: { type: 'string' },
    devices: { type: 'string', default: '1000' },
    /** A specification of your own in place of the simulator's fleetN.json. */
    spec: { type: 'string' },
    minutes: { type: 'string', default: '5' },
    port: { type: 'string', default: '1164' },
    file: { type: 'string' },
    profile: { type: 'string' },
    /** Options of node for the engine's process, such as --trace-gc. */
    node: { type: 'string', multiple: true, default: [] },
    follow: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
});

const DEVICES_A_RANGE = 250;
const METRICS_A_SAMPLE = 8;

type End = Extract<FleetMessage, { kind: 'end' }>;

interface Measured {
  readonly phases: Phase[];
  readonly problems: string[];
  end: End | null;
}

async function startResponder(simulator: string, recordings: string, spec: string): Promise<ChildProcess> {
  const args = [join(simulator, 'responder.py'), '--dir', recordings, '--fleet', spec, '--port', options.port];
  const child = spawn('python3', [...args, '--workers', '2'], { stdio: ['ignore', 'pipe', 'inherit'] });
  await new Promise<void>((resolve, reject) => {
    child.stdout.setEncoding('utf8').on('data', (text: string) => text.startsWith('ready') && resolve());
    child.on('exit', (code) => reject(new Error(`the responder ended with ${code}`)));
  });
  return child;
}

/** Resolves when the engine's process has ended. */
async function runEngine(task: FleetTask): Promise<Measured> {
  const profile = options.profile === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${options.profile}`];
  const child = fork(fileURLToPath(new URL('fleet-engine.ts', import.meta.url)), {
    execArgv: [...profile, ...options.node],
  });
  const measured: Measured = { phases: [], problems: [], end: null };
  child.on('message', (message: FleetMessage) => {
    if (message.kind === 'end') measured.end = message;
    else if (message.kind === 'log') measured.problems.push(message.text);
    else {
      measured.phases.push(message.phase);
      if (!options.json) showPhase(message.phase);
    }
  });
  child.send(task);
  await new Promise<void>((resolve) => child.on('exit', () => resolve()));
  return measured;
}

function showPhase({ name, seconds, loop, ...phase }: Phase): void {
  const number = (value: number, digits = 1): string => value.toFixed(digits).padStart(7);
  console.log(
    `${name.padEnd(10)} ${number(seconds)} s | loop p50 ${number(loop.p50Ms)} p99 ${number(loop.p99Ms)} max ${number(loop.maxMs)} ms` +
      `, own p99 ${number(loop.ownP99Ms)} max ${number(loop.ownMaxMs)} ms` +
      ` | CPU ${number(phase.cpuPercent, 0)} % (loop ${number(phase.loopCpuPercent, 0)}) | ${number(phase.memoryMb, 0)} MB` +
      ` | late ${phase.late}, lag ${number(phase.worstLagMs, 0)} ms | ${number(phase.samples / seconds, 0)} rows/s` +
      ` | load ${loadavg()[0]?.toFixed(1)}`,
  );
}

const at = (sorted: readonly number[], share: number): number => sorted[Math.floor(share * (sorted.length - 1))] ?? NaN;

function summary(truth: Truth, { end, phases, problems }: Measured) {
  if (end === null) return null;
  const known = new Set(truth.devices.map(({ address }) => address));
  const errors = rateErrors(truth, end.rates);
  const minutes = phases.filter(({ name }) => name.startsWith('minute'));
  const middle = (pick: (phase: Phase) => number): number =>
    at(
      minutes.map(pick).toSorted((a, b) => a - b),
      0.5,
    );
  return {
    devices: {
      true: truth.devices.length,
      silent: silentDevices(truth).size,
      found: end.managed.filter((address) => known.has(address)).length,
      strangers: end.managed.filter((address) => !known.has(address)).length,
    },
    interfaces: end.interfaces,
    links: scoreLinks(truth, end.links),
    discoverySeconds: phases.find(({ name }) => name === 'discovery')?.seconds ?? null,
    medianMinute: {
      loopP50Ms: middle(({ loop }) => loop.p50Ms),
      loopP99Ms: middle(({ loop }) => loop.p99Ms),
      loopMaxMs: middle(({ loop }) => loop.maxMs),
      loopOwnP99Ms: middle(({ loop }) => loop.ownP99Ms),
      loopOwnMaxMs: middle(({ loop }) => loop.ownMaxMs),
      cpuPercent: middle(({ cpuPercent }) => cpuPercent),
      loopCpuPercent: middle(({ loopCpuPercent }) => loopCpuPercent),
      memoryMb: middle(({ memoryMb }) => memoryMb),
      rowsPerSecond: middle(({ samples, seconds }) => samples / seconds),
      worstLagMs: middle(({ worstLagMs }) => worstLagMs),
    },
    late: Math.max(0, ...phases.map(({ late }) => late)),
    bytesASample: end.fileBytes / Math.max(1, end.polled) / METRICS_A_SAMPLE,
    fileMb: end.fileBytes / 1024 / 1024,
    rates: {
      compared: errors.length,
      medianError: at(errors, 0.5),
      p95Error: at(errors, 0.95),
      worstError: at(errors, 1),
    },
    problems: problems.length,
    firstProblems: problems.slice(0, 5),
  };
}

async function bench(simulator: string): Promise<void> {
  const recordings = options.recordings ?? join(simulator, '..', 'recordings', 'recordings');
  const spec = options.spec ?? join(simulator, `fleet${options.devices}.json`);
  const truth = readTruth(simulator, spec, recordings);
  const folder = mkdtempSync(join(tmpdir(), 'trunkline-fleet-'));
  const responder = await startResponder(simulator, recordings, spec);
  try {
    const ranges = Math.ceil(truth.devices.length / DEVICES_A_RANGE);
    const measured = await runEngine({
      file: options.file ?? join(folder, 'fleet.trunkline'),
      seeds: Array.from({ length: ranges }, (_, index) => `127.10.${index}.0/24`),
      snmpPort: Number(options.port),
      minutes: Number(options.minutes),
      follow: options.follow,
    });
    console.log(JSON.stringify(summary(truth, measured), (_key, value: unknown) => rounded(value), 1));
  } finally {
    responder.kill('SIGTERM');
    rmSync(folder, { recursive: true, force: true });
  }
}

const rounded = (value: unknown): unknown =>
  typeof value === 'number' && !Number.isInteger(value) ? Number(value.toPrecision(3)) : value;

const { simulator } = options;
if (simulator === undefined || !existsSync(join(simulator, 'responder.py'))) {
  const where = simulator === undefined ? 'name its folder with --simulator' : `it is not in ${simulator}`;
  console.log(`not run: the fleet simulator (responder.py, fleet.py) is absent; ${where}`);
} else await bench(simulator);
