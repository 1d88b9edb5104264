/**
 * One discovery run at a time: seeds are asked, ranges are swept, and the neighbours of what answers are asked in turn, as
 * far as the allowed ranges go. Everything found is kept at once; cancelling loses only what was under way.
 */
import { CallError } from '../../../shared/contract/errors.ts';
import type { DeviceReading } from '../../../shared/model/reading.ts';
import type { Log } from '../../host/host.ts';
import type { CredentialBook } from '../network/credential-book.ts';
import type { Network } from '../network/network.ts';
import type { SettingsBook } from '../network/settings-book.ts';
import type { Relinker } from '../topology/relinker.ts';
import { DiscoveryProgress } from './discovery-progress.ts';
import { rangesOf, type DiscoveryRequest } from './discovery-request.ts';
import { gatherEchoes } from './gather-echoes.ts';
import { interrogate, type InterrogateDeps, type Interrogation } from './interrogate.ts';
import { concludeNothing, keepPingOnly, keepReading, type Heard, type Kept } from './keep-found.ts';
import { addressesOf, isFollowable, isInside } from './ranges.ts';
import { sweep } from './sweep.ts';

/** Devices under interrogation at once: polite to small routers' control planes. */
const AT_ONCE = 24;
/** Addresses of one run that neighbours may name: a forged or broken table must not send it over a whole allowed /8. */
export const MOST_NEIGHBOURS = 20_000;

export interface DiscoveryDeps extends InterrogateDeps {
  readonly network: Network;
  readonly settings: SettingsBook;
  readonly credentials: CredentialBook;
  readonly relinker: Relinker;
  readonly heard: Heard;
  readonly log: Log;
}

interface Running {
  readonly request: DiscoveryRequest;
  readonly allow: readonly string[];
  readonly abort: AbortController;
  readonly queue: string[];
  readonly seen: Set<string>;
  /** Addresses of devices that this run has read: they need not be asked again. */
  readonly read: Set<string>;
  busy: number;
  failed: number;
  found: number;
  /** Addresses that joined because a neighbour named them, and those that were one too many. */
  named: number;
  notFollowed: number;
  readonly done: Promise<void>;
  readonly finished: () => void;
}

export class Discovery {
  readonly progress: DiscoveryProgress;
  readonly #deps: DiscoveryDeps;
  #running: Running | null = null;

  constructor(deps: DiscoveryDeps) {
    this.#deps = { ...deps, pinger: gatherEchoes(deps.pinger, deps.clock) };
    this.progress = new DiscoveryProgress(deps.network);
  }

  /** Checks the request, then starts. Throws CallError when one runs already or a seed may not be asked. */
  start(request: DiscoveryRequest): void {
    if (this.#running !== null) {
      throw new CallError('busy', 'A discovery is running already.', { hint: 'Stop it, or wait for it to end.' });
    }
    const allow = rangesOf(request);
    this.#deps.settings.allow(allow);
    const { promise: done, resolve: finished } = Promise.withResolvers<void>();
    const counts = { busy: 0, failed: 0, found: 0, named: 0, notFollowed: 0 };
    const sets = { queue: [], seen: new Set<string>(), read: new Set<string>() };
    this.#running = { request, allow, abort: new AbortController(), ...sets, ...counts, done, finished };
    this.progress.begin(this.#deps.clock.now());
    void this.#begin(this.#running);
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

  async #begin(running: Running): Promise<void> {
    const { seeds } = running.request;
    for (const seed of seeds.filter((text) => !text.includes('/'))) this.#enqueue(running, seed, null);
    const ranges = seeds.filter((text) => text.includes('/')).flatMap(addressesOf);
    running.busy += 1;
    this.#pump();
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
    running.queue.push(address);
    this.progress.wait(address, heardFrom);
  }

  #pump(): void {
    const running = this.#running;
    if (running === null) return;
    if (running.abort.signal.aborted) this.#skipWaiting(running);
    while (running.busy < AT_ONCE) {
      const address = running.queue.shift();
      if (address === undefined) break;
      running.busy += 1;
      void this.#ask(running, address).finally(() => {
        running.busy -= 1;
        this.#tell(running);
        this.#pump();
      });
    }
    if (running.busy === 0 && running.queue.length === 0) void this.#finish(running);
  }

  #skipWaiting(running: Running): void {
    for (const address of running.queue.splice(0)) {
      this.progress.update(address, { step: 'skipped', text: 'Not asked: the run was stopped', problem: 'cancelled' });
    }
  }

  async #ask(running: Running, address: string): Promise<void> {
    const { clock, log } = this.#deps;
    const startedMs = clock.monotonic();
    this.progress.update(address, { startedAtMs: clock.now(), text: 'Asking' });
    try {
      const port = running.request.snmpPort ?? 161;
      const told = await interrogate(
        this.#deps,
        { address, port, credentials: this.#credentialsFor(running, address) },
        {
          signal: running.abort.signal,
          onStep: (step) => this.progress.update(address, { step, text: STEP_TEXT[step] }),
        },
      );
      this.#conclude(running, address, port, told);
    } catch (error) {
      running.failed += 1;
      log.error('discovery of one address failed', { address, error: String(error) });
      const text = `Trunkline failed on ${address}: ${String(error)}`;
      this.progress.update(address, { step: 'failed', text, problem: 'internal' });
    }
    this.progress.update(address, { durationMs: Math.round(clock.monotonic() - startedMs) });
  }

  #credentialsFor(running: Running, address: string) {
    if (running.request.pingOnly === true) return [];
    const { network, credentials } = this.#deps;
    const known = [...network.devices.all()].find((row) => row.address === address)?.id ?? null;
    return credentials.toTry('snmp', known, running.request.credentialIds);
  }

  #conclude(running: Running, address: string, port: number, told: Interrogation): void {
    const { network, credentials, heard, clock } = this.#deps;
    const { sshPort } = running.request;
    const place = { network, credentials, heard, address, port, sshPort, atMs: clock.now() };
    if (told.reading !== null) {
      const kept = this.#count(running, address, keepReading(place, told, told.reading));
      this.#deps.relinker.soon();
      if (kept.counts && running.request.follow) this.#follow(running, kept.row.id, told.reading);
    } else if (told.echo !== null && told.echo.received > 0 && isWanted(running, address, told)) {
      this.#count(running, address, keepPingOnly(place, told));
    } else {
      running.failed += 1;
      this.progress.update(address, concludeNothing(address, told, running.abort.signal.aborted));
    }
  }

  #count(running: Running, address: string, kept: Kept): Kept {
    if (kept.counts) running.found += 1;
    running.read.add(address);
    for (const row of this.#deps.network.addresses.of(kept.row.id)) running.read.add(row.address);
    this.progress.update(address, kept.target);
    return kept;
  }

  #follow(running: Running, deviceId: number, reading: DeviceReading): void {
    const from = this.#deps.network.nameOf(deviceId);
    for (const { remoteAddress } of reading.neighbours) {
      if (!isFollowable(remoteAddress) || !isInside(remoteAddress, running.allow)) continue;
      if (running.read.has(remoteAddress) || running.seen.has(remoteAddress)) continue;
      if (running.named >= MOST_NEIGHBOURS) running.notFollowed += 1;
      else {
        running.named += 1;
        this.#enqueue(running, remoteAddress, from);
      }
    }
  }

  async #finish(running: Running): Promise<void> {
    // The last of its work: while it counts as busy, nothing ends the run a second time.
    running.busy += 1;
    try {
      await this.#deps.relinker.now();
    } catch (error) {
      this.#deps.log.error('links could not be inferred', { error: String(error) });
    }
    running.busy -= 1;
    this.#running = null;
    const state = running.abort.signal.aborted ? 'cancelled' : running.found === 0 ? 'failed' : 'finished';
    this.#publish(running, endText(state, running), { state, endedAtMs: this.#deps.clock.now() });
    running.finished();
  }

  #tell(running: Running, text?: string): void {
    if (this.#running === running) this.#publish(running, text ?? `${countDevices(running.found)} read`, {});
  }

  #publish(running: Running, text: string, change: { state?: Ending; endedAtMs?: number }): void {
    const { found, failed } = running;
    this.progress.publish({ found, failed, waiting: running.queue.length + running.busy, text, ...change });
  }
}

/**
 * What a person named is kept even if it only answers ping; what a neighbour named is not, it stays a ghost. What was cut short
 * is not kept: nobody knows yet whether it only answers ping.
 */
const isWanted = (running: Running, address: string, told: Interrogation): boolean =>
  told.problem === null || (told.problem.code !== 'cancelled' && running.request.seeds.includes(address));

type Ending = 'cancelled' | 'finished' | 'failed';

const STEP_TEXT = {
  ping: 'Asking whether it answers',
  identify: 'Asking who it is',
  interfaces: 'Reading its ports',
  neighbours: 'Reading its neighbours',
} as const;

const countDevices = (n: number): string => `${n} device${n === 1 ? '' : 's'}`;

function endText(state: Ending, running: Running): string {
  if (state === 'cancelled') return `Stopped after ${countDevices(running.found)}; what was found is kept.`;
  if (state === 'failed') return 'Nothing answered. See each address for what was tried.';
  const cut =
    running.notFollowed === 0
      ? ''
      : ` ${running.notFollowed} more neighbours were named than the ${MOST_NEIGHBOURS} that one run follows: start again from one of them.`;
  return `${countDevices(running.found)} read${running.failed === 0 ? '' : `, ${running.failed} could not be`}.${cut}`;
}
