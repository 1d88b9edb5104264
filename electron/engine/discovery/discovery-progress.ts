/** What the page sees of a discovery: each address with its step, and the run as a whole. */
import type { DiscoveryRun, DiscoveryTarget } from '../../../shared/contract/discovery.ts';
import { Collection } from '../network/collection.ts';
import type { Network } from '../network/network.ts';

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

export class DiscoveryProgress {
  readonly targets = new Collection<DiscoveryTarget>();
  readonly runs = new Collection<DiscoveryRun>();
  readonly #network: Network;

  constructor(network: Network) {
    this.#network = network;
    this.runs.put([IDLE]);
  }

  begin(atMs: number): void {
    this.targets.remove(this.targets.all().map((target) => target.id));
    this.runs.put([{ ...IDLE, state: 'running', startedAtMs: atMs, text: 'Starting' }]);
  }

  /** An address joins the queue. */
  wait(address: string, heardFrom: string | null): void {
    const text = heardFrom === null ? 'Waiting' : `Waiting, heard of by ${heardFrom}`;
    const unknown = { name: null, deviceId: null, problem: null, startedAtMs: null, durationMs: null };
    this.targets.put([{ id: address, step: 'waiting', text, heardFrom, ...unknown }]);
  }

  update(address: string, change: Partial<DiscoveryTarget>): void {
    const before = this.targets.get(address);
    if (before !== undefined) this.targets.put([{ ...before, ...change }]);
  }

  publish(change: Partial<DiscoveryRun>): void {
    const { links } = this.#network;
    let confirmedLinks = 0;
    for (const link of links.all()) if (link.confidence === 'confirmed') confirmedLinks += 1;
    this.runs.put([{ ...(this.runs.get('run') ?? IDLE), links: links.size, confirmedLinks, ...change }]);
  }
}
