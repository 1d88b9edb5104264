/** Collects what the incident machine is told from the network as it stands. Computes nothing. */
import type { Link } from '../../../shared/contract/topology.ts';
import type { SettingsValues } from '../../../shared/contract/settings.ts';
import type { StateWord } from '../../../shared/contract/common.ts';
import type { Network } from '../network/network.ts';
import { deviceName } from '../network/views.ts';
import type { LinkRow } from '../store/rows.ts';
import type { DeviceFact, IncidentFacts, LinkFact, OpenIncident } from './incident-facts.ts';
import { gatherParts } from './part-facts.ts';
import { NEVER_ASKED, type ReachMemory } from './reachability.ts';

export interface Noted {
  /** Where the console hangs; empty when nobody knows. */
  readonly vantages: readonly number[];
  readonly localLinkDown: boolean;
  readonly reach: ReadonlyMap<number, ReachMemory>;
  readonly restarts: ReadonlyMap<number, { readonly notedAtMs: number; readonly text: string }>;
  readonly hostKeys: ReadonlyMap<number, { readonly sinceMs: number; readonly text: string }>;
  readonly open: Iterable<OpenIncident>;
}

export function gatherFacts(network: Network, settings: SettingsValues, noted: Noted): IncidentFacts {
  return {
    devices: [...network.devices.all()].map((row): DeviceFact => ({
      id: row.id,
      name: deviceName(row),
      site: row.site,
      kind: row.kind,
      managed: row.managed,
      maintenance: row.maintenance,
      reach: noted.reach.get(row.id) ?? NEVER_ASKED,
      restarted: noted.restarts.get(row.id) ?? null,
      hostKeyChanged: hostKeyFact(network, row.id, noted),
      flapping: false,
    })),
    links: [...network.links.all()].map((row) => linkFact(network, row)),
    parts: gatherParts(network, noted.open),
    vantages: noted.vantages,
    localLinkDown: noted.localLinkDown,
    icmpIntervalMs: settings.icmpIntervalS * 1000,
    counterIntervalMs: settings.counterIntervalS * 1000,
    holdDownMs: settings.holdDownS * 1000,
    holdUpMs: settings.holdUpS * 1000,
  };
}

/** Survives a restart of the engine: the key that was offered is kept in the file. */
function hostKeyFact(network: Network, deviceId: number, noted: Noted): DeviceFact['hostKeyChanged'] {
  const row = network.hostKeys.get(deviceId);
  if (row === undefined || row.offered === null) return null;
  const text = `It offers ${row.offered}, and ${row.trusted} is trusted`;
  return noted.hostKeys.get(deviceId) ?? { sinceMs: row.firstSeenAtMs, text };
}

/** A view is replaced whenever anything of its link changes, so what is gathered from it holds as long as it does. */
const gathered = new WeakMap<Link, GatheredLink>();

function linkFact(network: Network, row: LinkRow): LinkFact {
  const view = network.linkItems.get(row.id);
  const known = view === undefined ? undefined : gathered.get(view);
  if (known !== undefined) return known;
  const fact = new GatheredLink(network, row, view);
  if (view !== undefined) gathered.set(view, fact);
  return fact;
}

/** Nearly all links of a large network are in order and nobody asks for their names: a name is made when it is asked for. */
class GatheredLink implements LinkFact {
  readonly id: number;
  readonly aDeviceId: number;
  readonly aInterfaceId: number | null;
  readonly bDeviceId: number;
  readonly bInterfaceId: number | null;
  readonly state: StateWord;
  readonly sinceMs: number;
  readonly flapping: boolean;
  readonly #network: Network;

  constructor(network: Network, row: LinkRow, view: Link | undefined) {
    this.#network = network;
    this.id = row.id;
    this.aDeviceId = row.aDeviceId;
    this.aInterfaceId = row.aInterfaceId;
    this.bDeviceId = row.bDeviceId;
    this.bInterfaceId = row.bInterfaceId;
    this.state = view?.state ?? 'unknown';
    this.sinceMs = view?.stateSinceMs ?? row.firstSeenAtMs;
    this.flapping = view?.flapping ?? false;
  }

  get name(): string {
    const row = this.#network.links.get(this.id);
    return `${this.#end(this.aDeviceId, row?.aPort)} to ${this.#end(this.bDeviceId, row?.bPort)}`;
  }

  get because(): string | null {
    return this.#network.states.get('link', this.id)?.because ?? null;
  }

  #end(deviceId: number, port: string | null | undefined): string {
    return `${this.#network.nameOf(deviceId)} ${port ?? ''}`.trim();
  }
}
