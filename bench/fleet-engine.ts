/**
 * The engine's half of `bench/fleet.ts`, in a process of its own so that its event loop is nobody else's: opens a file, finds
 * the fleet by sweeping (unless the file holds it already), polls, and sends what it measured to its parent.
 */
import { statSync } from 'node:fs';
import { createHistogram, monitorEventLoopDelay } from 'node:perf_hooks';
import { startEngine, type Engine } from '../electron/engine/engine.ts';
import { processVault } from '../electron/headless/process-vault.ts';
import { systemHost } from '../electron/headless/system-host.ts';
import type { Log } from '../electron/host/host.ts';

export interface FleetTask {
  readonly file: string;
  /** Ranges to sweep, and nothing else is asked. */
  readonly seeds: readonly string[];
  readonly snmpPort: number;
  readonly minutes: number;
  /** A page that follows every topic, for what following costs. */
  readonly follow: boolean;
}

export interface FoundEnd {
  readonly address: string;
  readonly managed: boolean;
  readonly ifIndex: number | null;
}

export interface FoundLink {
  readonly a: FoundEnd;
  readonly b: FoundEnd;
}

export interface FoundRate {
  readonly address: string;
  readonly ifIndex: number;
  readonly fromMs: number;
  readonly toMs: number;
  readonly inBps: number | null;
  readonly outBps: number | null;
}

/**
 * Event-loop delay of one phase; the timer's own 5 ms are taken off. `own` counts only the processor time of the loop's own
 * thread between two ticks of such a timer: on a busy machine the rest of the delay is the others'.
 */
export interface LoopDelay {
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly maxMs: number;
  readonly ownP99Ms: number;
  readonly ownMaxMs: number;
}

export interface Phase {
  readonly name: string;
  readonly seconds: number;
  readonly loop: LoopDelay;
  /** Of one core: the whole process with its threads, and the engine's own thread alone. */
  readonly cpuPercent: number;
  readonly loopCpuPercent: number;
  readonly memoryMb: number;
  readonly late: number;
  readonly worstLagMs: number;
  readonly samples: number;
}

export type FleetMessage =
  | { readonly kind: 'phase'; readonly phase: Phase }
  | { readonly kind: 'log'; readonly text: string }
  | {
      readonly kind: 'end';
      readonly managed: readonly string[];
      readonly interfaces: number;
      readonly links: readonly FoundLink[];
      readonly rates: readonly FoundRate[];
      readonly fileBytes: number;
      readonly polled: number;
    };

const RESOLUTION_MS = 5;
const MINUTE_MS = 60_000;

const tell = (message: FleetMessage): void => void process.send?.(message);

const quietLog = (): Log => {
  const say = (text: string, fields = {}): void => tell({ kind: 'log', text: `${text} ${JSON.stringify(fields)}` });
  const log: Log = { debug: () => undefined, info: () => undefined, warn: say, error: say, child: () => log };
  return log;
};

class Meter {
  readonly #delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  readonly #own = createHistogram();
  readonly #engine: () => Engine | null;
  #tickCpu = process.threadCpuUsage();
  #startedMs = 0;
  #cpu = process.cpuUsage();
  #loopCpu = process.threadCpuUsage();
  #samples = 0;
  samples = 0;

  constructor(engine: () => Engine | null) {
    this.#engine = engine;
    this.#delay.enable();
    setInterval(() => this.#tick(), RESOLUTION_MS).unref();
    this.#reset();
  }

  #tick(): void {
    const now = process.threadCpuUsage();
    const usedMs = (now.user + now.system - this.#tickCpu.user - this.#tickCpu.system) / 1000;
    this.#own.record(Math.max(1, Math.round(1000 * (usedMs - RESOLUTION_MS))));
    this.#tickCpu = now;
  }

  end(name: string): void {
    const seconds = (performance.now() - this.#startedMs) / 1000;
    const totals = this.#engine()?.context.poller.totals();
    const ms = (ns: number): number => Math.max(0, ns / 1e6 - RESOLUTION_MS);
    const share = ({ user, system }: { user: number; system: number }): number => (user + system) / 1e4 / seconds;
    const loop = {
      p50Ms: ms(this.#delay.percentile(50)),
      p99Ms: ms(this.#delay.percentile(99)),
      maxMs: ms(this.#delay.max),
      ownP99Ms: this.#own.percentile(99) / 1000,
      ownMaxMs: this.#own.max / 1000,
    };
    tell({
      kind: 'phase',
      phase: {
        name,
        seconds,
        loop,
        cpuPercent: share(process.cpuUsage(this.#cpu)),
        loopCpuPercent: share(process.threadCpuUsage(this.#loopCpu)),
        memoryMb: process.memoryUsage().rss / 1024 / 1024,
        late: totals?.late ?? 0,
        worstLagMs: totals?.worstLagMs ?? 0,
        samples: this.samples - this.#samples,
      },
    });
    this.#reset();
  }

  #reset(): void {
    this.#delay.reset();
    this.#own.reset();
    this.#startedMs = performance.now();
    this.#cpu = process.cpuUsage();
    this.#loopCpu = process.threadCpuUsage();
    this.#samples = this.samples;
  }
}

async function run(task: FleetTask): Promise<void> {
  let engine: Engine | null = null;
  const meter = new Meter(() => engine);
  const host = systemHost({ log: quietLog(), vault: processVault() });
  engine = await startEngine({ file: task.file, host });
  meter.end('start');
  const { network } = engine.context;
  const times = new Map<number, { fromMs: number; toMs: number }>();
  network.interfaceLatest.source().subscribe(({ upsert }) => {
    meter.samples += upsert.length;
    for (const { id, atMs } of upsert) times.set(id, { fromMs: times.get(id)?.toMs ?? atMs, toMs: atMs });
  });
  if (task.follow) followEverything(engine);
  await engine.handlers['credential.add']({
    name: 'fleet',
    secret: { kind: 'snmp-community', version: '2c', community: 'public' },
  });
  if (network.devices.size === 0) {
    const { seeds, snmpPort } = task;
    engine.context.discovery.start({ seeds, allow: seeds, credentialIds: [], follow: false, snmpPort });
    await engine.context.discovery.ended();
    meter.end('discovery');
  }
  for (let minute = 1; minute <= task.minutes; minute += 1) {
    await new Promise((resolve) => setTimeout(resolve, MINUTE_MS));
    meter.end(`minute ${minute}`);
  }
  await engine.context.store.flush();
  tell({ kind: 'end', ...found(engine, times), fileBytes: statSync(task.file).size, polled: meter.samples });
  await engine.close();
  meter.end('close');
}

function found(engine: Engine, times: ReadonlyMap<number, { fromMs: number; toMs: number }>) {
  const { network } = engine.context;
  const end = (deviceId: number, interfaceId: number | null): FoundEnd => ({
    address: network.devices.get(deviceId)?.address ?? '',
    managed: network.devices.get(deviceId)?.managed ?? false,
    ifIndex: interfaceId === null ? null : (network.interfaces.get(interfaceId)?.ifIndex ?? null),
  });
  const rates = network.interfaceLatest.all().flatMap((latest): FoundRate[] => {
    const ifIndex = network.interfaces.get(latest.id)?.ifIndex ?? null;
    const at = times.get(latest.id);
    const address = network.devices.get(latest.deviceId)?.address;
    if (ifIndex === null || at === undefined || at.fromMs === at.toMs || address === undefined) return [];
    return [{ address, ifIndex, ...at, inBps: latest.inBps, outBps: latest.outBps }];
  });
  return {
    managed: [...network.devices.all()].filter((row) => row.managed).map((row) => row.address),
    interfaces: network.interfaces.size,
    links: [...network.links.all()].map((row) => ({
      a: end(row.aDeviceId, row.aInterfaceId),
      b: end(row.bDeviceId, row.bInterfaceId),
    })),
    rates,
  };
}

/** As a page does it that shows the map, the list and the incidents. */
function followEverything(engine: Engine): void {
  const { topics } = engine;
  const ignore = (): void => undefined;
  topics.devices({}).subscribe(ignore);
  topics.links({}).subscribe(ignore);
  topics.incidents({}).subscribe(ignore);
  topics['samples.interfaces']({}).subscribe(ignore);
  topics['samples.devices']({}).subscribe(ignore);
}

process.once('message', (task: FleetTask) => {
  run(task).then(
    () => process.disconnect(),
    (error: unknown) => {
      tell({ kind: 'log', text: `the engine failed: ${String(error)}` });
      process.exitCode = 1;
      process.disconnect();
    },
  );
});
