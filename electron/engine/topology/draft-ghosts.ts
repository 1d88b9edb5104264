/**
 * Makes one ghost of all rows that speak of the same unknown box. LLDP calls it by its chassis id, CDP by its name: a CDP
 * row joins the LLDP ghost of that name if there is exactly one. Ids are negative until a link really leads there.
 */
import type { EvidenceRow } from '../store/rows.ts';
import { claimOn, strangerChassis } from './claim.ts';
import type { Claim, Stranger } from './claim.ts';
import { cleanText, hostName } from './normalise.ts';

/** A device to make for a neighbour that nobody knows. */
export interface Ghost {
  readonly id: number;
  /** "subtype:id" as in DeviceRow; null when it gave none. */
  readonly chassisId: string | null;
  readonly sysName: string | null;
  readonly address: string | null;
  readonly sysDescr: string | null;
}

export type GhostDraft = Omit<Ghost, 'id'>;
export type GhostDrafts = ReadonlyMap<number, GhostDraft>;

export function draftGhosts(
  strangers: readonly Stranger[],
  matched: Map<number, string>,
): { claims: Claim[]; ghosts: GhostDrafts } {
  const claims: Claim[] = [];
  const ids = new Map<string, number>();
  const ghosts = new Map<number, GhostDraft>();
  const chassisOf = chassisByName(strangers);
  for (const { row, local } of strangers) {
    const key = keyOf(row, chassisOf);
    if (key === null) {
      matched.set(row.id, 'The neighbour does not say who it is');
      continue;
    }
    const id = ids.get(key) ?? -1 - ids.size;
    ids.set(key, id);
    ghosts.set(id, merged(ghosts.get(id), row));
    claims.push(claimOn(row, local, { deviceId: id, ports: null }, 'Not a device that is polled'));
  }
  return { claims, ghosts };
}

function keyOf(row: EvidenceRow, chassisOf: ReadonlyMap<string, ReadonlySet<string>>): string | null {
  const own = strangerChassis(row);
  if (own !== null) return own;
  const name = nameOf(row);
  const [chassis, ...more] = [...(chassisOf.get(name ?? '') ?? [])];
  if (chassis !== undefined && more.length === 0) return chassis;
  return name === null ? cleanText(row.remoteAddress) : `name ${name}`;
}

/** CDP's device id is a name. */
const nameOf = (row: EvidenceRow): string | null =>
  (hostName(row.remoteName) ?? (row.remoteChassisSubtype === null ? hostName(row.remoteChassisId) : null))?.full ??
  null;

function chassisByName(strangers: readonly Stranger[]): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const { row } of strangers) {
    const [name, chassis] = [nameOf(row), strangerChassis(row)];
    if (name === null || chassis === null) continue;
    found.set(name, (found.get(name) ?? new Set()).add(chassis));
  }
  return found;
}

function merged(before: GhostDraft | undefined, row: EvidenceRow): GhostDraft {
  const nameInChassis = row.remoteChassisSubtype === null ? cleanText(row.remoteChassisId) : null;
  return {
    chassisId: before?.chassisId ?? strangerChassis(row),
    sysName: before?.sysName ?? cleanText(row.remoteName) ?? nameInChassis,
    address: before?.address ?? cleanText(row.remoteAddress),
    sysDescr: before?.sysDescr ?? cleanText(row.remoteSystemDescription),
  };
}
