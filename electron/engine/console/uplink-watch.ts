/** Looks at the console's own uplink every few seconds, and which device of the network stands at its other end. */
import type { Clock, Log } from '../../host/host.ts';
import type { Network } from '../network/network.ts';
import { readOwnUplink, type OwnUplink } from './own-uplink.ts';

const EVERY_MS = 5000;

interface Deps {
  readonly clock: Clock;
  readonly log: Log;
  readonly network: Pick<Network, 'devices' | 'addresses'>;
  /** Something is different: time to judge anew. */
  readonly onChange: () => void;
}

export class UplinkWatch {
  readonly #deps: Deps;
  #uplink: OwnUplink | null = null;
  #vantages: readonly number[] = [];
  #cancel: () => void = () => {};
  #closed = false;

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  /** True only where it is known. */
  get isDown(): boolean {
    return this.#uplink?.linkUp === false;
  }

  /** The device that owns the gateway's address; empty when nobody knows. */
  get vantages(): readonly number[] {
    return this.#vantages;
  }

  start(): void {
    void this.#look();
  }

  close(): void {
    this.#closed = true;
    this.#cancel();
  }

  async #look(): Promise<void> {
    const before = this.#uplink;
    this.#uplink = await readOwnUplink(before);
    if (this.#closed) return;
    const gateway = this.#uplink?.gateway ?? null;
    const vantages = gateway === null ? [] : ownersOf(this.#deps.network, gateway);
    const isMoved = vantages.join() !== this.#vantages.join();
    this.#vantages = vantages;
    const linkUp = this.#uplink?.linkUp ?? null;
    const isTurned = (before?.linkUp ?? null) !== linkUp;
    if (isTurned && linkUp === false)
      this.#deps.log.warn("the console's own link is down", { device: before?.device ?? null });
    if (isMoved || isTurned) this.#deps.onChange();
    this.#cancel = this.#deps.clock.after(EVERY_MS, () => void this.#look());
  }
}

/** Only a device that is polled can stand as the root of reachability. */
export function ownersOf({ devices, addresses }: Deps['network'], address: string): readonly number[] {
  const owners = new Set<number>();
  for (const row of devices.all()) if (row.managed && row.address === address) owners.add(row.id);
  for (const row of addresses.all()) {
    if (row.address === address && devices.get(row.deviceId)?.managed === true) owners.add(row.deviceId);
  }
  // An address that several devices have (a virtual gateway) is each one's.
  return [...owners].sort((a, b) => a - b);
}
