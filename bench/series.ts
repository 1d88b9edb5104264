/**
 * A graph of a year, as the page gets it: from the file through the reader thread, the call and a WebSocket to a parsed answer;
 * beside `rrdtool fetch` of the same numbers. `node bench/series.ts [ROUNDS]`, by default 30. Samples of 5 minutes, two values,
 * everything kept; ours answers mean, min and max in one call, rrdtool one of them a fetch. The 95th percentile, which rrdtool does
 * not keep, the page asks for apart.
 */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { WebSocketServer } from 'ws';
import { startEngine, type Engine } from '../electron/engine/engine.ts';
import type { InterfaceSampleRow } from '../electron/engine/store/rows.ts';
import { demoPinger } from '../electron/headless/demo-network-access.ts';
import { processVault } from '../electron/headless/process-vault.ts';
import { systemHost } from '../electron/headless/system-host.ts';
import { lineLog } from '../electron/host/line-log.ts';
import { systemClock } from '../electron/host/system-clock.ts';
import { engineContract } from '../shared/contract/index.ts';
import { connect } from '../shared/rpc/client.ts';
import type { ServerFrame } from '../shared/rpc/frames.ts';
import { serve } from '../shared/rpc/server.ts';
import { openSocket, socketTransport } from '../shared/rpc/socket-transport.ts';
import { openStore } from '../electron/engine/store/open-store.ts';
import { keptLog, setClock, START_MS } from '../test/helpers/store.ts';
import { temporaryFolder } from '../test/helpers/temporary-folder.ts';

const STEP_MS = 300_000;
const DAY_MS = 86_400_000;
const YEAR_DAYS = 365;
const END_MS = START_MS + YEAR_DAYS * DAY_MS;
const INTERFACES = [1, 2, 3, 4];
/** Of a graph that is 1,050 px wide. */
const MAX_POINTS = 700;
const [rounds = 30] = process.argv.slice(2).map(Number);

const rates = (id: number, atMs: number): { inBps: number; outBps: number } => {
  const rhythm = 1 + 0.8 * Math.sin((2 * Math.PI * (atMs % DAY_MS)) / DAY_MS);
  const noise = (((atMs / STEP_MS) * 7919 * id) % 100) / 100;
  const inBps = Math.round(id * 5e7 * rhythm * (0.9 + 0.2 * noise));
  return { inBps, outBps: Math.round(inBps / 4) };
};

const sample = (interfaceId: number, atMs: number): InterfaceSampleRow => {
  const { inBps, outBps } = rates(interfaceId, atMs);
  const none = { inErrors: 0, outErrors: 0, inDiscards: 0, outDiscards: 0 };
  return { interfaceId, atMs, quality: 'good', inBps, outBps, inPps: inBps / 6400, outPps: outBps / 3200, ...none };
};

async function fillFile(file: string): Promise<void> {
  const store = await openStore({ file, log: keptLog(), clock: setClock(END_MS + STEP_MS), version: '1.0.0' });
  for (let day = 0; day < YEAR_DAYS; day += 1) {
    const times = Array.from({ length: DAY_MS / STEP_MS }, (_, index) => START_MS + day * DAY_MS + index * STEP_MS);
    for (const id of INTERFACES) store.addInterfaceSamples(times.map((atMs) => sample(id, atMs)));
    await store.flush();
  }
  await store.finishRollUps();
  await store.close();
}

/** What a page is to an engine: the other end of a WebSocket. */
async function connected(engine: Engine) {
  const server = new WebSocketServer({ host: '127.0.0.1', port: 0 });
  await once(server, 'listening');
  const { handlers, topics } = engine;
  server.on('connection', (socket) =>
    serve(socketTransport<ServerFrame>(socket), {
      contract: engineContract,
      handlers,
      topics,
      clock: systemClock,
      version: 'bench',
    }),
  );
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const client = connect(() => openSocket(new WebSocket(`ws://127.0.0.1:${address.port}`)), { clock: systemClock });
  return { client, close: () => (client.close(), server.close()) };
}

const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const started = performance.now();
  await work();
  return performance.now() - started;
};

const quantile = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(share * values.length))] ?? NaN;

const show = (what: string, times: readonly number[]): void =>
  console.log(
    `${what.padEnd(64)} median ${quantile(times, 0.5).toFixed(1).padStart(6)} ms, p95 ${quantile(times, 0.95).toFixed(1).padStart(6)} ms`,
  );

/** The same numbers as a round robin file: 5 minutes, an hour and 12 hours; mean, min and max of each. */
function fillRoundRobin(file: string): void {
  const seconds = STEP_MS / 1000;
  const start = START_MS / 1000;
  const archives = ['AVERAGE', 'MIN', 'MAX'].flatMap((kind) =>
    [1, 12, 144].map((steps) => `RRA:${kind}:0.5:${steps}:${Math.ceil((YEAR_DAYS * 288) / steps) + 2}`),
  );
  const sources = ['in', 'out'].map((name) => `DS:${name}:GAUGE:${2 * seconds}:0:U`);
  const create = [
    'create',
    file,
    '--start',
    String(start - seconds),
    '--step',
    String(seconds),
    ...sources,
    ...archives,
  ];
  if (spawnSync('rrdtool', create).status !== 0) throw new Error('rrdtool create failed');
  const rows = Array.from({ length: YEAR_DAYS * 288 }, (_, index) => {
    const { inBps, outBps } = rates(1, START_MS + index * STEP_MS);
    return `${start + index * seconds}:${inBps}:${outBps}`;
  });
  for (let first = 0; first < rows.length; first += 2000) {
    const { status, stderr } = spawnSync('rrdtool', ['update', file, ...rows.slice(first, first + 2000)]);
    if (status !== 0) throw new Error(String(stderr));
  }
}

/** rrdtool kept running, told by its pipe: no start of a process in the figure. */
function roundRobinPipe() {
  const child = spawn('rrdtool', ['-'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const ask = async (command: string): Promise<string[][]> => {
    child.stdin.write(`${command}\n`);
    const found: string[][] = [];
    for (;;) {
      const { value, done } = await lines.next();
      if (done === true || value.startsWith('ERROR')) throw new Error(value ?? 'rrdtool ended');
      if (value.startsWith('OK')) return found;
      found.push(value.split(/[: ]+/));
    }
  };
  return { ask, close: () => child.stdin.end('quit\n') };
}

await using folder = await temporaryFolder('bench-series');
const file = folder.file('year.trunkline');
console.log(`filling: ${INTERFACES.length} interfaces, a year of 5 minutes each`);
await fillFile(file);
const log = lineLog({ write: () => undefined, level: 'error', now: Date.now });
const host = systemHost({
  log,
  vault: processVault(),
  network: { endpoint: (address, port) => ({ host: address, port }), pinger: demoPinger(() => Promise.resolve(null)) },
});
const engine = await startEngine({ file, host, polling: false });
const page = await connected(engine);

const one = (days: number, percentile = false) =>
  page.client.call('series.interface', {
    percentile,
    interfaceId: 1,
    metrics: ['inBps', 'outBps'],
    fromMs: END_MS - days * DAY_MS,
    toMs: END_MS,
    maxPoints: MAX_POINTS,
  });
const percentiles = () =>
  page.client.call('series.percentiles', {
    interfaceId: 1,
    metrics: ['inBps', 'outBps'],
    fromMs: START_MS,
    toMs: END_MS,
  });
const stack = (days: number) =>
  page.client.call('series.stack', {
    interfaceIds: INTERFACES,
    metrics: ['inBps', 'outBps'],
    fromMs: END_MS - days * DAY_MS,
    toMs: END_MS,
    maxPoints: MAX_POINTS,
  });

const missing = spawnSync('rrdtool', ['--version']).status !== 0;
const rrd = folder.file('year.rrd');
if (!missing) fillRoundRobin(rrd);
const pipe = missing ? null : roundRobinPipe();
const range = `-r 43200 -s ${START_MS / 1000} -e ${END_MS / 1000 - 1}`;
const fetchAll = async (): Promise<void> => {
  for (const kind of ['AVERAGE', 'MIN', 'MAX']) await pipe?.ask(`fetch ${rrd} ${kind} ${range}`);
};
const fetchOnce = (): Promise<void> => {
  spawnSync('rrdtool', ['fetch', rrd, 'AVERAGE', ...range.split(' ')]);
  return Promise.resolve();
};

const first = await timed(() => one(YEAR_DAYS));
const times: Record<'year' | 'percentiles' | 'quarter' | 'week' | 'stack' | 'pipe' | 'process', number[]> = {
  year: [],
  percentiles: [],
  quarter: [],
  week: [],
  stack: [],
  pipe: [],
  process: [],
};
for (let round = 0; round < rounds; round += 1) {
  times.year.push(await timed(() => one(YEAR_DAYS)));
  if (pipe !== null) times.pipe.push(await timed(fetchAll));
  if (!missing) times.process.push(await timed(fetchOnce));
  times.percentiles.push(await timed(percentiles));
  times.quarter.push(await timed(() => one(90, true)));
  times.week.push(await timed(() => one(7, true)));
  times.stack.push(await timed(() => stack(YEAR_DAYS)));
}
const { atMs, resolution } = await one(YEAR_DAYS);
console.log(`\na year is ${atMs.length} points from ${resolution}; the first time it took ${first.toFixed(1)} ms`);
show('a year of one interface, to the page (aim: 20 ms)', times.year);
if (missing) console.log('rrdtool: not run, it is not installed (apt-get install rrdtool)');
else {
  show('rrdtool, kept running, mean and min and max fetched', times.pipe);
  show('rrdtool fetch, a process, the mean only', times.process);
  console.log(`ours / rrdtool kept running: ${(quantile(times.year, 0.5) / quantile(times.pipe, 0.5)).toFixed(2)}`);
}
show('its 95th percentiles, asked for apart', times.percentiles);
show('90 days of one interface, with percentiles', times.quarter);
show('7 days of one interface, with percentiles', times.week);
show(`a year of ${INTERFACES.length} interfaces stacked`, times.stack);
pipe?.close();
page.close();
await engine.close();
