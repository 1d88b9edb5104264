/** Keeps every managed device polled: an echo round by its own clock, and four jobs a device on the scheduler. */
import type { PollStatus } from '../../../shared/contract/devices.ts';
import type { RateExplanation } from '../../../shared/contract/series.ts';
import type { SettingsValues } from '../../../shared/contract/settings.ts';
import type { Pinger } from '../../host/host.ts';
import { formatAge } from '../../../shared/units/durations.ts';
import { effectiveIntervalMs } from '../rates/aliasing.ts';
import { CounterMemory } from './counter-memory.ts';
import { icmpAsk, icmpRound, type RoundResult } from './icmp-round.ts';
import { pollConfigJob } from './poll-config-job.ts';
import { pollCountersJob } from './poll-counters-job.ts';
import type { PollDeps } from './poll-deps.ts';
import { pollHealthJob } from './poll-health-job.ts';
import { pollTopologyJob } from './poll-topology-job.ts';
import type { SchedulerTotals, TunedJob } from './poll-totals.ts';
import { Scheduler } from './scheduler.ts';

const JOB_CLASSES = ['counters', 'health', 'topology', 'config'] as const;
type JobClass = (typeof JOB_CLASSES)[number];

/** Setting that holds each job's interval, and how long one run may take. */
const JOBS: Record<JobClass, { readonly interval: keyof SettingsValues; readonly deadlineMs: number }> = {
  counters: { interval: 'counterIntervalS', deadlineMs: 60_000 },
  health: { interval: 'healthIntervalS', deadlineMs: 60_000 },
  topology: { interval: 'topologyIntervalS', deadlineMs: 300_000 },
  config: { interval: 'configIntervalS', deadlineMs: 300_000 },
};

export interface PollerOptions {
  readonly pinger: Pinger;
  /** What to do with the result of an echo round. */
  readonly onRound: (round: RoundResult) => void;
}

export class Poller {
  readonly #deps: PollDeps;
  readonly #options: PollerOptions;
  readonly #scheduler: Scheduler;
  readonly #memory = new CounterMemory();
  readonly #followed = new Set<number>();
  /** Devices that a person asked to be read now. */
  readonly #asked = new Set<number>();
  readonly #closing = new AbortController();
  #cancelRound: (() => void) | null = null;
  #round: Promise<void> = Promise.resolve();
  #suspended = false;
  #unfollow: () => void = () => {};

  constructor(deps: PollDeps, options: PollerOptions) {
    this.#deps = deps;
    this.#options = options;
    const { clock, log, settings } = deps;
    this.#scheduler = new Scheduler({ clock, log, concurrency: () => settings.values.snmpConcurrency });
  }

  /** Starts the echo rounds and the jobs of every managed device, now and as they come. */
  start(): void {
    this.followAll();
    const managed = this.#deps.network.deviceItems.source((device) => device.managed);
    this.#unfollow = managed.subscribe(({ upsert }) => {
      // A moment later: whoever adds a device first says which credential is for it, and no other may be sent to it.
      for (const { id } of upsert) queueMicrotask(() => this.#welcome(id));
    });
    this.#scheduleRound(0);
  }

  /** Takes up the devices that are not polled yet. */
  followAll(): void {
    for (const row of this.#deps.network.devices.all()) if (row.managed) this.follow(row.id);
  }

  /** Polls a device from now on; `first` runs its whole reading at once, as for a device that was just added. */
  follow(deviceId: number, first: 'read-now' | 'in-turn' = 'in-turn'): void {
    if (!this.#followed.has(deviceId)) {
      this.#followed.add(deviceId);
      for (const name of JOB_CLASSES) this.#add(deviceId, name);
    }
    if (first === 'read-now') void this.pollNow(deviceId);
  }

  /** A new device's counters are read at once, so that its first rates are there one interval later. */
  #welcome(deviceId: number): void {
    if (this.#followed.has(deviceId) || this.#deps.network.devices.get(deviceId) === undefined) return;
    this.follow(deviceId);
    void this.#scheduler.runNow(keyOf(deviceId, 'counters'));
  }

  forget(deviceId: number): void {
    this.#followed.delete(deviceId);
    for (const name of JOB_CLASSES) this.#scheduler.remove(keyOf(deviceId, name));
    this.#memory.forgetDevice(
      deviceId,
      this.#deps.network.interfaces.of(deviceId).map((row) => row.id),
    );
  }

  /** Runs every job of a device, the whole reading first. Resolves when all are done. */
  async pollNow(deviceId: number): Promise<void> {
    this.follow(deviceId);
    // Alongside: it takes its whole time to tell loss, and the reading need not wait for that.
    const round = this.#echoOnly(deviceId);
    this.#asked.add(deviceId);
    for (const name of ['topology', 'counters', 'health', 'config'] as const)
      await this.#scheduler.runNow(keyOf(deviceId, name));
    this.#asked.delete(deviceId);
    await round;
  }

  /** Asks a device's agent out of turn, because its echo was missed. */
  probe(deviceId: number): void {
    if (this.#followed.has(deviceId)) void this.#scheduler.runNow(keyOf(deviceId, 'counters'));
  }

  /** Asks devices for an echo out of turn; only whether they answer is noted, a round later tells loss and times. */
  async echo(deviceIds: readonly number[]): Promise<void> {
    if (this.#suspended || this.#closing.signal.aborted) return;
    const { clock, log, network } = this.#deps;
    try {
      const round = await icmpAsk({ clock, network }, this.#options.pinger, deviceIds, this.#closing.signal);
      if (!this.#closing.signal.aborted) this.#options.onRound(round);
    } catch (error) {
      log.error('echo out of turn failed', { error: String(error) });
    }
  }

  /** One cycle of the given jobs over every device; for the command line. Resolves when all are done. */
  async pollAll(classes: readonly JobClass[] = ['topology', 'counters', 'health']): Promise<void> {
    await this.runRound();
    for (const name of classes) {
      await Promise.all([...this.#followed].map((deviceId) => this.#scheduler.runNow(keyOf(deviceId, name))));
    }
  }

  /** Its own round of echoes: a round over everybody for each of a hundred devices would take minutes. */
  async #echoOnly(deviceId: number): Promise<void> {
    if (this.#suspended || this.#closing.signal.aborted) return;
    await this.#takeRound(deviceId).catch((error: unknown) =>
      this.#deps.log.error('echo failed', { device: deviceId, error: String(error) }),
    );
  }

  /** One echo round now. */
  runRound(): Promise<void> {
    this.#round = this.#round.then(() => this.#echo());
    return this.#round;
  }

  /** Settings changed: new intervals act from now on, the echo round at once. */
  intervalsChanged(): void {
    this.#scheduler.respread();
    if (this.#cancelRound === null || this.#closing.signal.aborted) return;
    this.#cancelRound();
    this.#scheduleRound(0);
  }

  /** A credential changed, for one device or for all: what was stopped for a refusal is tried again. */
  credentialsChanged(only?: number): void {
    for (const deviceId of only === undefined ? this.#followed : [only]) this.#scheduler.restore(deviceId);
  }

  explain(interfaceId: number): RateExplanation[] {
    return this.#memory.explain(interfaceId);
  }

  statusOf(deviceId: number): PollStatus[] {
    return this.#scheduler.status(deviceId);
  }

  totals(): SchedulerTotals {
    return this.#scheduler.totals();
  }

  /** Jobs that are asked otherwise than the settings say, at most `limit`. */
  tuned(limit: number): TunedJob[] {
    return this.#scheduler.tuned(limit);
  }

  /** The machine goes to sleep: nothing is asked, and no rate is made across the pause. */
  suspend(): void {
    this.#suspended = true;
    this.#memory.forgetReadings();
    this.#scheduler.suspend();
  }

  resume(): void {
    this.#suspended = false;
    this.#memory.forgetReadings();
    this.#scheduler.resume();
  }

  async close(): Promise<void> {
    this.#closing.abort();
    this.#unfollow();
    this.#cancelRound?.();
    await this.#scheduler.close();
    await this.#round;
  }

  #add(deviceId: number, name: JobClass): void {
    const { interval, deadlineMs } = JOBS[name];
    this.#scheduler.add({
      key: keyOf(deviceId, name),
      deviceId,
      class: name,
      channel: name === 'config' ? 'ssh' : 'snmp',
      behind: name === 'health' || name === 'topology' ? keyOf(deviceId, 'counters') : undefined,
      intervalMs: () => this.#intervalMs(deviceId, name, interval),
      why: () => this.#whyLonger(deviceId, name),
      deadlineMs,
      run: (signal) => this.#run(deviceId, name, signal),
    });
  }

  #intervalMs(deviceId: number, name: JobClass, setting: keyof SettingsValues): number {
    const wantedMs = Number(this.#deps.settings.values[setting]) * 1000;
    return name === 'counters' ? effectiveIntervalMs(wantedMs, this.#memory.refreshes.refreshMs(deviceId)) : wantedMs;
  }

  #whyLonger(deviceId: number, name: JobClass): string | null {
    const wantedMs = this.#deps.settings.values.counterIntervalS * 1000;
    const refreshMs = name === 'counters' ? this.#memory.refreshes.refreshMs(deviceId) : null;
    const takenMs = effectiveIntervalMs(wantedMs, refreshMs);
    if (refreshMs === null || takenMs === wantedMs) return null;
    return `every ${formatAge(takenMs)} instead of ${formatAge(wantedMs)}: the agent renews its counters every ${formatAge(refreshMs)}`;
  }

  async #run(deviceId: number, name: JobClass, signal: AbortSignal) {
    const intervalMs = this.#scheduler.intervalOf(keyOf(deviceId, 'counters'));
    this.#deps.network.setRuntime(deviceId, { pollIntervalMs: intervalMs });
    const meantMs = intervalMs ?? this.#deps.settings.values.counterIntervalS * 1000;
    if (name === 'counters')
      return pollCountersJob(this.#deps, this.#memory, deviceId, { signal, intervalMs: meantMs });
    if (name === 'health') return pollHealthJob(this.#deps, deviceId, signal);
    if (name === 'topology') return pollTopologyJob(this.#deps, deviceId, signal);
    return pollConfigJob(this.#deps, deviceId, { signal, why: this.#asked.has(deviceId) ? 'asked' : 'interval' });
  }

  #scheduleRound(delayMs: number): void {
    this.#cancelRound = this.#deps.clock.after(delayMs, () => {
      const startedAtMs = this.#deps.clock.monotonic();
      void this.runRound().then(() => {
        const spent = this.#deps.clock.monotonic() - startedAtMs;
        if (!this.#closing.signal.aborted) this.#scheduleRound(Math.max(0, this.#icmpIntervalMs() - spent));
      });
    });
  }

  async #echo(): Promise<void> {
    if (this.#suspended || this.#closing.signal.aborted) return;
    try {
      await this.#takeRound();
    } catch (error) {
      this.#deps.log.error('echo round failed', { error: String(error) });
    }
  }

  async #takeRound(only?: number): Promise<void> {
    const withinMs = Math.min(3000, this.#icmpIntervalMs() * 0.8);
    const { signal } = this.#closing;
    const round = await icmpRound(this.#deps, this.#options.pinger, { withinMs, signal, only });
    if (!signal.aborted) this.#options.onRound(round);
  }

  #icmpIntervalMs(): number {
    return this.#deps.settings.values.icmpIntervalS * 1000;
  }
}

const keyOf = (deviceId: number, name: JobClass): string => `${deviceId}:${name}`;
