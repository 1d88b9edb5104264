/**
 * Keeps links in step with what devices say of their neighbours: gathers for the inference, applies what it finds, and keeps
 * each link's state in step with its two ends.
 *
 * All of it is done a few milliseconds at a time (steps.ts), while polls go on. New rows that come meanwhile are for the next
 * inference, which whoever brought them asks for. Only a device that is removed meanwhile makes what was found wrong: then
 * it is inferred again before anything is applied.
 */
import type { LocalLldpPort } from '../../../shared/model/reading.ts';
import type { StateWord } from '../../../shared/contract/common.ts';
import type { Clock, Log } from '../../host/host.ts';
import { newDeviceRow } from '../network/new-device-row.ts';
import type { Network } from '../network/network.ts';
import type { DeviceRow, LinkRow } from '../store/rows.ts';
import type { TopologyDevice } from './device-index.ts';
import type { Ghost } from './draft-ghosts.ts';
import { inferenceOf, type Inferred } from './infer-links.ts';
import { kindOfGhost } from './kind.ts';
import { linkState, type LinkEndState } from './link-state.ts';
import { inSlices, type Steps } from '../steps.ts';

/** Readings come in bursts while a network is discovered: one inference serves them all. */
const SOON_MS = 300;
/** In a big network an inference takes its time; at most a tenth of the engine's goes into it. */
const PAUSE_FACTOR = 10;

interface Deps {
  readonly network: Network;
  readonly clock: Clock;
  readonly log: Log;
}

export class Relinker {
  readonly #deps: Deps;
  #cancel: (() => void) | null = null;
  readonly #closing = new AbortController();
  #run: Promise<void> = Promise.resolve();
  #lastDurationMs = 0;
  #matched: ReadonlyMap<number, string> = new Map();
  #linkOf: ReadonlyMap<number, number> = new Map();
  #ends: ReadonlySet<number> = new Set();

  constructor(deps: Deps) {
    this.#deps = deps;
    deps.network.onState((change) => {
      if (change.subject === 'device') this.statesChanged(change.subjectId);
    });
  }

  /** Infers links again in a moment. */
  soon(): void {
    this.#cancel ??= this.#deps.clock.after(SOON_MS + PAUSE_FACTOR * this.#lastDurationMs, () => this.#inBackground());
  }

  #inBackground(): void {
    this.now().catch((error: unknown) => this.#deps.log.error('links could not be inferred', { error: String(error) }));
  }

  /** Infers links; resolves when they are applied. What is known at this moment counts, whatever runs already. */
  now(): Promise<void> {
    this.#cancel?.();
    this.#cancel = null;
    const infer = (): Promise<void> => this.#infer();
    this.#run = this.#run.then(infer, infer);
    return this.#run;
  }

  async #infer(): Promise<void> {
    const { clock } = this.#deps;
    const startedMs = clock.monotonic();
    const { signal } = this.#closing;
    for (let applied = false; !applied && !signal.aborted;) {
      const nowMs = clock.now();
      const inferred = await inSlices(this.#inference(nowMs), signal);
      if (inferred === null || !this.#stillThere(inferred)) continue;
      this.#apply(inferred, nowMs);
      await inSlices(this.#applyStates(inferred.links, nowMs), signal);
      applied = true;
    }
    this.#lastDurationMs = clock.monotonic() - startedMs;
  }

  *#inference(nowMs: number): Steps<Inferred> {
    const { network } = this.#deps;
    return yield* inferenceOf({
      devices: [...network.devices.all()].map((row) => new GatheredDevice(network, row)),
      evidence: [...network.evidence.all()],
      current: [...network.links.all()],
      nowMs,
      nextId: (table) => network.store.nextId(table),
    });
  }

  #stillThere({ links, ghosts }: Inferred): boolean {
    const { devices } = this.#deps.network;
    const drafted = new Set(ghosts.map((ghost) => ghost.id));
    const isThere = (id: number): boolean => drafted.has(id) || devices.get(id) !== undefined;
    const inferred = links.filter((row) => row.confidence !== 'manual');
    return inferred.every((row) => isThere(row.aDeviceId) && isThere(row.bDeviceId));
  }

  #apply(inferred: Inferred, nowMs: number): void {
    const { network } = this.#deps;
    network.putDevices(inferred.ghosts.map((ghost) => this.#ghostRow(ghost, nowMs)));
    this.#matched = inferred.matched;
    this.#linkOf = inferred.linkOf;
    this.#ends = new Set(
      inferred.links.flatMap((row) => [row.aInterfaceId, row.bInterfaceId].filter((id) => id !== null)),
    );
    const gone = inferred.gone.filter((row) => network.links.get(row.id) !== undefined);
    this.#tellNew(inferred.put, nowMs);
    network.putLinks(inferred.put);
    this.#tellGone(gone, nowMs);
    network.endLinks(gone, nowMs);
    // A ghost may have been read meanwhile, and is one no more.
    for (const id of inferred.ghostsGone)
      if (network.devices.get(id)?.managed === false) network.removeDevice(id, nowMs);
  }

  *#applyStates(links: readonly LinkRow[], nowMs: number): Steps<void> {
    for (const row of links) {
      yield;
      if (this.#deps.network.links.get(row.id) !== undefined) this.#applyState(row, nowMs);
    }
  }

  /** A device's or its interfaces' states changed: so may the states of its links. */
  statesChanged(deviceId: number): void {
    const atMs = this.#deps.clock.now();
    for (const row of this.#deps.network.links.of(deviceId)) this.#applyState(row, atMs);
  }

  /** How an evidence row was matched, in words. */
  matchOf(evidenceId: number): string | undefined {
    return this.#matched.get(evidenceId);
  }

  /** The link that an evidence row speaks for. */
  linkOf(evidenceId: number): number | undefined {
    return this.#linkOf.get(evidenceId);
  }

  isLinkEnd(interfaceId: number): boolean {
    return this.#ends.has(interfaceId);
  }

  close(): void {
    this.#closing.abort();
    this.#cancel?.();
  }

  #ghostRow(ghost: Ghost, atMs: number): DeviceRow {
    return {
      ...newDeviceRow(ghost.id, ghost.address ?? '', 161, atMs),
      managed: false,
      kind: kindOfGhost(ghost.sysDescr, []),
      chassisId: ghost.chassisId,
      sysName: ghost.sysName ?? ghost.chassisId,
      sysDescr: ghost.sysDescr,
    };
  }

  #tellNew(rows: readonly LinkRow[], atMs: number): void {
    for (const row of rows) {
      if (this.#deps.network.links.get(row.id) === undefined) this.#event('link.found', row, 'Link found', atMs);
    }
  }

  #tellGone(rows: readonly LinkRow[], atMs: number): void {
    for (const row of rows) this.#event('link.gone', row, 'Link is gone', atMs);
  }

  #event(kind: string, row: LinkRow, what: string, atMs: number): void {
    const { network } = this.#deps;
    const a = `${network.nameOf(row.aDeviceId)} ${row.aPort ?? ''}`.trim();
    const b = `${network.nameOf(row.bDeviceId)} ${row.bPort ?? ''}`.trim();
    network.addEvent({
      kind,
      deviceId: row.aDeviceId,
      interfaceId: row.aInterfaceId,
      text: `${what}: ${a} to ${b}`,
      atMs,
    });
  }

  #applyState(row: LinkRow, atMs: number): void {
    const a = this.#endState(row.aDeviceId, row.aInterfaceId, row.aPort);
    const b = this.#endState(row.bDeviceId, row.bInterfaceId, row.bPort);
    const verdict = linkState(a, b);
    this.#deps.network.setState('link', row.id, verdict.state, verdict.because, atMs);
  }

  #endState(deviceId: number, interfaceId: number | null, port: string | null): LinkEndState {
    const { network } = this.#deps;
    const known = interfaceId === null ? undefined : network.interfaces.get(interfaceId);
    const state = network.states.get('device', deviceId)?.state;
    return {
      label: `${network.nameOf(deviceId)} ${known?.name ?? port ?? ''}`.trim(),
      device: isWord(state) ? state : 'unknown',
      adminStatus: known?.adminStatus ?? null,
      operStatus: known?.operStatus ?? null,
    };
  }
}

const isWord = (state: string | undefined): state is StateWord =>
  state !== undefined && !['answers', 'silent', 'refused', 'unused'].includes(state);

/** Ports are asked of few devices at each inference: looked up when they are, and once. */
class GatheredDevice implements TopologyDevice {
  readonly row: DeviceRow;
  readonly addresses: TopologyDevice['addresses'];
  readonly #network: Network;
  #interfaces: TopologyDevice['interfaces'] | null = null;
  #lldpPorts: TopologyDevice['lldpPorts'] | null = null;

  constructor(network: Network, row: DeviceRow) {
    this.#network = network;
    this.row = row;
    this.addresses = network.addresses.of(row.id);
  }

  get interfaces(): TopologyDevice['interfaces'] {
    return (this.#interfaces ??= this.#network.interfaces.of(this.row.id));
  }

  get lldpPorts(): TopologyDevice['lldpPorts'] {
    const { lldpPorts } = this.row;
    return (this.#lldpPorts ??= lldpPorts === null ? [] : (JSON.parse(lldpPorts) as LocalLldpPort[]));
  }
}
