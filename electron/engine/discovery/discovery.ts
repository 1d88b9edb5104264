/**
 * One discovery run at a time: seeds are asked, ranges are swept, and the neighbours of what answers are asked in turn, as
 * far as the allowed ranges go. Everything found is kept at once; cancelling loses only what was under way.
 */
import type { DiscoveryRun, DiscoveryTarget } from '../../../shared/contract/discovery.ts';
import { CallError } from '../../../shared/contract/errors.ts';
import type { DeviceReading } from '../../../shared/model/reading.ts';
import type { Log } from '../../host/host.ts';
import { Collection } from '../network/collection.ts';
import type { CredentialBook } from '../network/credential-book.ts';
import type { Network } from '../network/network.ts';
import type { SettingsBook } from '../network/settings-book.ts';
import type { Relinker } from '../topology/relinker.ts';
import { interrogate, type InterrogateDeps, type Interrogation } from './interrogate.ts';
import { addressesOf, isFollowable, isInside, LARGEST_SWEEP, ownRange, sizeOf } from './ranges.ts';
import { newDeviceRow } from '../network/new-device-row.ts';
import { saveReading } from './save-reading.ts';
import { sweep } from './sweep.ts';
import { describeReading } from './describe-reading.ts';

/** Devices under interrogation at once: one socket each, and polite to small routers' control planes. */
const AT_ONCE = 24;

export interface DiscoveryRequest {
  readonly seeds: readonly string[];
  readonly allow: readonly string[];
  readonly credentialIds: readonly number[];
  readonly follow: boolean;
  readonly snmpPort?: number | undefined;
}

export interface DiscoveryDeps extends InterrogateDeps {
  readonly network: Network;
  readonly settings: SettingsBook;
  readonly credentials: CredentialBook;
  readonly relinker: Relinker;
  readonly log: Log;
}

interface Running {
  readonly request: DiscoveryRequest;
  readonly allow: readonly string[];
  readonly abort: AbortController;
  readonly queue: { address: string; heardFrom: string | null }[];
  readonly seen: Set<string>;
  busy: number;
  failed: number;
  found: number;
  readonly done: Promise<void>;
  readonly finished: () => void;
}

const IDLE: DiscoveryRun = {
  id: 'run',
  state: 'idle',
  startedAtMs: null,
  endedAtMs: null,
  found: 0,
  waiting: 0,
  failed: 0,
  links: 0,
  confirmedLinks: 0,
  text: 'No discovery has run yet.',
};

export class Discovery {
  readonly targets = new Collection<DiscoveryTarget>();
  readonly runs = new Collection<DiscoveryRun>();
  readonly #deps: DiscoveryDeps;
  #running: Running | null = null;

  constructor(deps: DiscoveryDeps) {
    this.#deps = deps;
    this.runs.put([IDLE]);
  }

  /** Checks the request, then starts. The promise in `done` resolves when the run has ended, however it ended. */
  start(request: DiscoveryRequest): { done: Promise<void> } {
    if (this.#running !== null) {
      throw new CallError('busy', 'A discovery is running already.', { hint: 'Stop it, or wait for it to end.' });
    }
    const allow = request.allow.length > 0 ? request.allow : request.seeds.map(ownRange);
    this.#refuse(request, allow);
    this.#deps.settings.allow(allow);
    const { promise, resolve } = Promise.withResolvers<void>();
    const abort = new AbortController();
    this.#running = {
      request,
      allow,
      abort,
      queue: [],
      seen: new Set(),
      busy: 0,
      failed: 0,
      found: 0,
      done: promise,
      finished: resolve,
    };
    this.targets.remove(this.targets.all().map((target) => target.id));
    this.runs.put([{ ...IDLE, state: 'running', startedAtMs: this.#deps.clock.now(), text: 'Starting' }]);
    void this.#begin(this.#running);
    return { done: promise };
  }

  cancel(): void {
    this.#running?.abort.abort();
    this.#pump();
  }

  /** Resolves when no run is under way. */
  async ended(): Promise<void> {
    await this.#running?.done;
  }

  async close(): Promise<void> {
    this.cancel();
    await this.ended();
  }

  #refuse(request: DiscoveryRequest, allow: readonly string[]): void {
    for (const seed of request.seeds) {
      const [address = ''] = seed.split('/');
      if (!isInside(address, allow)) {
        throw new CallError('bad-argument', `${seed} lies outside the allowed ranges (${allow.join(', ')}).`, {
          hint: 'Widen the ranges, or start from an address inside them.',
          path: 'seeds',
        });
      }
      if (sizeOf(seed) > LARGEST_SWEEP || (seed.includes(':') && seed.includes('/') && sizeOf(seed) > 1)) {
        throw new CallError(
          'bad-argument',
          `${seed} holds too many addresses to sweep (at most ${LARGEST_SWEEP}, IPv4).`,
          {
            hint: 'Sweep a smaller range, or start from one router and follow its neighbours.',
            path: 'seeds',
          },
        );
      }
    }
  }

  async #begin(running: Running): Promise<void> {
    for (const seed of running.request.seeds.filter((text) => !text.includes('/'))) this.#enqueue(running, seed, null);
    const ranges = running.request.seeds.filter((text) => text.includes('/')).flatMap(addressesOf);
    running.busy += 1;
    try {
      if (ranges.length > 0) await this.#sweep(running, ranges);
    } catch (error) {
      this.#deps.log.error('sweep failed', { error: String(error) });
    }
    running.busy -= 1;
    this.#pump();
  }

  async #sweep(running: Running, addresses: readonly string[]): Promise<void> {
    await sweep(this.#deps.pinger, addresses, running.abort.signal, (alive, done) => {
      for (const address of alive) this.#enqueue(running, address, null);
      this.#tell(running, `Swept ${done} of ${addresses.length} addresses`);
      this.#pump();
    });
  }

  #enqueue(running: Running, address: string, heardFrom: string | null): void {
    if (running.seen.has(address)) return;
    running.seen.add(address);
    running.queue.push({ address, heardFrom });
    this.targets.put([
      {
        id: address,
        step: 'waiting',
        name: null,
        deviceId: null,
        text: heardFrom === null ? 'Waiting' : `Waiting, heard of by ${heardFrom}`,
        problem: null,
        heardFrom,
        startedAtMs: null,
        durationMs: null,
      },
    ]);
  }

  #pump(): void {
    const running = this.#running;
    if (running === null) return;
    if (running.abort.signal.aborted) this.#skipWaiting(running);
    while (running.busy < AT_ONCE) {
      const next = running.queue.shift();
      if (next === undefined) break;
      running.busy += 1;
      void this.#ask(running, next.address).finally(() => {
        running.busy -= 1;
        this.#tell(running);
        this.#pump();
      });
    }
    if (running.busy === 0 && running.queue.length === 0) this.#finish(running);
  }

  #skipWaiting(running: Running): void {
    for (const { address } of running.queue.splice(0)) {
      this.#update(address, { step: 'skipped', text: 'Not asked: the run was stopped', problem: 'cancelled' });
    }
  }

  async #ask(running: Running, address: string): Promise<void> {
    const { clock, network, credentials } = this.#deps;
    const startedAtMs = clock.now();
    this.#update(address, { startedAtMs, text: 'Asking' });
    const port = running.request.snmpPort ?? 161;
    const known = [...network.devices.all()].find((row) => row.address === address)?.id ?? null;
    const toTry = credentials.toTry('snmp', known, running.request.credentialIds);
    try {
      const told = await interrogate(
        this.#deps,
        { address, port, credentials: toTry },
        {
          signal: running.abort.signal,
          onStep: (step) => this.#update(address, { step, text: STEP_TEXT[step] }),
        },
      );
      this.#conclude(running, address, port, told);
    } catch (error) {
      running.failed += 1;
      this.#deps.log.error('discovery of one address failed', { address, error: String(error) });
      this.#update(address, {
        step: 'failed',
        text: `Trunkline failed on ${address}: ${String(error)}`,
        problem: 'internal',
      });
    }
    this.#update(address, { durationMs: clock.now() - startedAtMs });
  }

  #conclude(running: Running, address: string, port: number, told: Interrogation): void {
    if (told.reading !== null) this.#keep(running, address, port, told, told.reading);
    else if (told.echo !== null && told.echo.received > 0 && this.#isWanted(running, address, told)) {
      this.#keepPingOnly(running, address, port, told);
    } else {
      running.failed += 1;
      const cancelled = told.problem?.code === 'cancelled' || running.abort.signal.aborted;
      this.#update(address, {
        step: cancelled ? 'skipped' : 'failed',
        text: told.problem?.message ?? `${address} did not answer.`,
        problem: told.problem?.code ?? 'silent',
      });
    }
  }

  /** What a person named is kept even if it only answers ping; what a neighbour named is not, it stays a ghost. */
  #isWanted(running: Running, address: string, told: Interrogation): boolean {
    return told.problem === null || running.request.seeds.includes(address);
  }

  #keep(running: Running, address: string, port: number, told: Interrogation, reading: DeviceReading): void {
    const { network, credentials, relinker, clock } = this.#deps;
    const atMs = clock.now();
    const saved = saveReading(network, { address, snmpPort: port, reading, tuning: told.tuning, atMs });
    if (told.credential !== null) credentials.remember(saved.row.id, told.credential);
    network.setState('snmp', saved.row.id, 'answers', null, atMs);
    if (told.echo !== null && told.echo.received > 0) network.setState('icmp', saved.row.id, 'answers', null, atMs);
    network.setState('device', saved.row.id, 'up', null, atMs);
    const same = saved.row.address !== address;
    if (saved.isNew)
      network.addEvent({ kind: 'device.found', deviceId: saved.row.id, text: `Found at ${address}`, atMs });
    if (!same) running.found += 1;
    relinker.soon();
    this.#update(address, {
      step: same ? 'same-device' : 'done',
      name: network.nameOf(saved.row.id),
      deviceId: saved.row.id,
      text: same ? `The same device as ${saved.row.address}` : describeReading(reading, told.problem),
      problem: told.problem?.code ?? null,
    });
    if (running.request.follow && !same) this.#follow(running, saved.row.id, reading);
  }

  #keepPingOnly(running: Running, address: string, port: number, told: Interrogation): void {
    const { network, clock } = this.#deps;
    const atMs = clock.now();
    const before = [...network.devices.all()].find((row) => row.address === address);
    const row = before ?? newDeviceRow(network.store.nextId('devices'), address, port, atMs);
    network.putDevices([{ ...row, managed: true, lastAnswerAtMs: atMs }]);
    network.setState('icmp', row.id, 'answers', null, atMs);
    network.setState('snmp', row.id, told.problem === null ? 'unused' : 'silent', told.problem?.message ?? null, atMs);
    network.setRuntime(row.id, { problem: told.problem?.message ?? null });
    running.found += 1;
    this.#update(address, {
      step: told.problem === null ? 'done' : 'failed',
      deviceId: row.id,
      text: told.problem?.message ?? 'Answers ping; kept without SNMP',
      problem: told.problem?.code ?? null,
    });
  }

  #follow(running: Running, deviceId: number, reading: DeviceReading): void {
    const from = this.#deps.network.nameOf(deviceId);
    for (const neighbour of reading.neighbours) {
      const address = neighbour.remoteAddress;
      if (!isFollowable(address) || !isInside(address, running.allow)) continue;
      if (!this.#isKnown(address)) this.#enqueue(running, address, from);
    }
  }

  /** An address of a device that this run has read already need not be asked again. */
  #isKnown(address: string): boolean {
    return this.targets.all().some((target) => {
      if (target.deviceId === null || target.step !== 'done') return false;
      return this.#deps.network.addresses.of(target.deviceId).some((row) => row.address === address);
    });
  }

  #finish(running: Running): void {
    this.#running = null;
    this.#deps.relinker.now();
    const cancelled = running.abort.signal.aborted;
    const state = cancelled ? 'cancelled' : running.found === 0 ? 'failed' : 'finished';
    this.#publish(running, { state, endedAtMs: this.#deps.clock.now(), text: endText(state, running) });
    running.finished();
  }

  #update(address: string, change: Partial<DiscoveryTarget>): void {
    const before = this.targets.get(address);
    if (before !== undefined) this.targets.put([{ ...before, ...change }]);
  }

  #tell(running: Running, text?: string): void {
    if (this.#running === running) this.#publish(running, { text: text ?? `${running.found} devices read` });
  }

  #publish(running: Running, change: Partial<DiscoveryRun>): void {
    const links = [...this.#deps.network.links.all()];
    this.runs.put([
      {
        ...(this.runs.get('run') ?? IDLE),
        found: running.found,
        waiting: running.queue.length + running.busy,
        failed: running.failed,
        links: links.length,
        confirmedLinks: links.filter((link) => link.confidence === 'confirmed').length,
        ...change,
      },
    ]);
  }
}

const STEP_TEXT = {
  ping: 'Asking whether it answers',
  identify: 'Asking who it is',
  interfaces: 'Reading its ports',
  neighbours: 'Reading its neighbours',
} as const;

function endText(state: 'cancelled' | 'finished' | 'failed', running: Running): string {
  if (state === 'cancelled') return `Stopped after ${running.found} devices; what was found is kept.`;
  if (state === 'failed') return 'Nothing answered. See each address for what was tried.';
  return `${running.found} devices read${running.failed === 0 ? '' : `, ${running.failed} could not be`}.`;
}
