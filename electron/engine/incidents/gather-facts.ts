/** Collects what the incident machine is told from the network as it stands. Computes nothing. */
import type { SettingsValues } from '../../../shared/contract/settings.ts';
import type { Network } from '../network/network.ts';
import type { LinkRow } from '../store/rows.ts';
import type { DeviceFact, IncidentFacts, LinkFact } from './incident-facts.ts';
import { NEVER_ASKED, type ReachMemory } from './reachability.ts';

export interface Noted {
  readonly reach: ReadonlyMap<number, ReachMemory>;
  readonly restarts: ReadonlyMap<number, { readonly notedAtMs: number; readonly text: string }>;
  readonly hostKeys: ReadonlyMap<number, { readonly sinceMs: number; readonly text: string }>;
  readonly flappingLinks: ReadonlySet<number>;
}

export function gatherFacts(network: Network, settings: SettingsValues, noted: Noted): IncidentFacts {
  return {
    devices: [...network.devices.all()].map((row): DeviceFact => ({
      id: row.id,
      name: network.nameOf(row.id),
      site: row.site,
      kind: row.kind,
      managed: row.managed,
      maintenance: row.maintenance,
      reach: noted.reach.get(row.id) ?? NEVER_ASKED,
      restarted: noted.restarts.get(row.id) ?? null,
      hostKeyChanged: hostKeyFact(network, row.id, noted),
      flapping: false,
    })),
    links: [...network.links.all()].map((row) => linkFact(network, row, noted)),
    vantages: [],
    localLinkDown: false,
    icmpIntervalMs: settings.icmpIntervalS * 1000,
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

function linkFact(network: Network, row: LinkRow, noted: Noted): LinkFact {
  const view = network.linkItems.get(row.id);
  const end = (deviceId: number, port: string | null): string => `${network.nameOf(deviceId)} ${port ?? ''}`.trim();
  return {
    id: row.id,
    name: `${end(row.aDeviceId, row.aPort)} to ${end(row.bDeviceId, row.bPort)}`,
    aDeviceId: row.aDeviceId,
    aInterfaceId: row.aInterfaceId,
    bDeviceId: row.bDeviceId,
    bInterfaceId: row.bInterfaceId,
    state: view?.state ?? 'unknown',
    sinceMs: view?.stateSinceMs ?? row.firstSeenAtMs,
    because: network.states.get('link', row.id)?.because ?? null,
    flapping: noted.flappingLinks.has(row.id),
  };
}
