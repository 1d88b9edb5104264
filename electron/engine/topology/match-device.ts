/**
 * Says which device a neighbour row speaks of. Keys are tried from strong to weak and the first that names exactly one
 * device decides; what names several is said as ambiguous, never guessed.
 *
 * A chassis id that several devices report (cloned machines, an MLAG pair with one system id) narrows the choice for the
 * weaker keys, so a name can settle it. A MAC owned by two devices identifies neither and narrows nothing. A name alone
 * never points back at the device that heard it: two switches with the factory's name are two switches.
 */
import type { NeighbourProtocol } from '../../../shared/model/neighbour-protocols.ts';
import type { EvidenceRow } from '../store/rows.ts';
import { chassisKey, usable } from './device-index.ts';
import type { DeviceIndex, Owners } from './device-index.ts';
import { hostName, identityMac, serialsIn } from './normalise.ts';

export type DeviceMatch =
  | { readonly kind: 'one'; readonly deviceId: number; readonly by: string }
  | { readonly kind: 'several'; readonly deviceIds: readonly number[]; readonly by: string }
  | { readonly kind: 'none' };

interface Key {
  readonly by: string;
  readonly ids: ReadonlySet<number>;
  readonly narrows: boolean;
}

/** Protocols whose frames say who speaks in any form that the vendor likes: a name, a serial number, both. */
const WITH_DEVICE_ID: ReadonlySet<string> = new Set(['CDP', 'ISDP', 'FDP'] satisfies NeighbourProtocol[]);

const NOBODY: ReadonlySet<number> = new Set();

/** `accept` refuses devices that cannot be meant whatever the keys say. */
export function matchDevice(
  index: DeviceIndex,
  row: EvidenceRow,
  accept: (deviceId: number) => boolean = () => true,
): DeviceMatch {
  let among: ReadonlySet<number> | null = null;
  let several: { deviceIds: readonly number[]; by: string } | null = null;
  for (const key of keysOf(index, row)) {
    const ids: number[] = [...key.ids].filter((id) => accept(id) && (among === null || among.has(id)));
    const [only] = ids;
    if (ids.length === 1 && only !== undefined) return { kind: 'one', deviceId: only, by: key.by };
    if (ids.length > 1) {
      several ??= { deviceIds: ids, by: key.by };
      if (key.narrows) among = new Set(ids);
    }
  }
  return several === null ? { kind: 'none' } : { kind: 'several', ...several };
}

/** Lazily, because the first key nearly always decides. */
function* keysOf(index: DeviceIndex, row: EvidenceRow): Generator<Key> {
  const chassis = chassisKey(row.remoteChassisSubtype, row.remoteChassisId);
  yield { by: 'chassis id', ids: owning(index.chassis, [chassis]), narrows: true };
  const isMac = row.remoteChassisSubtype === 4 || row.remoteChassisSubtype === null;
  const mac = isMac ? identityMac(row.remoteChassisId) : null;
  yield { by: 'chassis MAC', ids: owning(index.mac, [mac]), narrows: false };
  const inChassis = row.remoteChassisSubtype === 5 ? usable(row.remoteChassisId) : null;
  const addresses = [usable(row.remoteAddress), inChassis];
  yield { by: 'management address', ids: owning(index.address, addresses), narrows: false };
  yield { by: 'serial number', ids: owning(index.serial, serialsOf(row)), narrows: false };
  const names = [hostName(row.remoteName), ...namesInChassis(row)].filter((name) => name !== null);
  const others = (ids: ReadonlySet<number>) => new Set([...ids].filter((id) => id !== row.deviceId));
  const [full, short] = [names.map((name) => name.full), names.map((name) => name.short)];
  yield { by: 'full name', ids: others(owning(index.fullName, full)), narrows: true };
  yield { by: 'short name', ids: others(owning(index.shortName, short)), narrows: true };
}

/** CDP's device id is a host name, and LLDP's chassis id of subtype 7 (local) often is (NAV neighbor.py). */
function namesInChassis(row: EvidenceRow): ReturnType<typeof hostName>[] {
  const isName = row.remoteChassisSubtype === null || row.remoteChassisSubtype === 7;
  return isName && identityMac(row.remoteChassisId) === null ? [hostName(row.remoteChassisId)] : [];
}

function serialsOf(row: EvidenceRow): string[] {
  const inNames = [...serialsIn(row.remoteName), ...serialsIn(row.remoteChassisId)];
  const { protocol, remoteChassisId: id } = row;
  const whole = id !== null && WITH_DEVICE_ID.has(protocol) ? [id.toUpperCase()] : [];
  return [...inNames, ...whole];
}

function owning(owners: Owners, keys: readonly (string | null)[]): ReadonlySet<number> {
  let ids: Set<number> | null = null;
  for (const key of keys) {
    const found = key === null ? undefined : owners.get(key);
    if (found === undefined) continue;
    ids ??= new Set();
    if (typeof found === 'number') ids.add(found);
    else for (const id of found) ids.add(id);
  }
  return ids ?? NOBODY;
}
