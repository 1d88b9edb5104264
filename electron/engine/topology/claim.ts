/** One neighbour row read as a statement: "my port p leads to port q of that device". */
import type { EvidenceRow, InterfaceRow } from '../store/rows.ts';
import { chassisKey, ownChassisKey } from './device-index.ts';
import type { DeviceIndex, TopologyDevice } from './device-index.ts';
import { matchDevice } from './match-device.ts';
import { matchLocalPort, matchRemotePort } from './match-port.ts';
import type { PortOwner } from './match-port.ts';
import { cleanText } from './normalise.ts';

export interface ClaimEnd {
  readonly deviceId: number;
  readonly port: InterfaceRow | null;
  /** The port in the words of whoever told; null when not told. */
  readonly text: string | null;
}

export interface Claim {
  readonly row: EvidenceRow;
  readonly local: ClaimEnd;
  readonly remote: ClaimEnd;
  /** How both were matched, for people. */
  readonly how: string;
}

export interface Stranger {
  readonly kind: 'stranger';
  readonly row: EvidenceRow;
  readonly local: ClaimEnd;
}

/** A row either makes a claim, or speaks of a device that nobody knows, or cannot be used, and `how` says why. */
export type Reading =
  | { readonly kind: 'claim'; readonly claim: Claim }
  | Stranger
  | { readonly kind: 'unusable'; readonly row: EvidenceRow; readonly how: string };

export interface Known {
  readonly devices: ReadonlyMap<number, TopologyDevice>;
  /** Devices that are polled come first; ghosts are looked at only when none of those fits. */
  readonly managed: DeviceIndex;
  readonly ghosts: DeviceIndex;
}

export function readEvidence(known: Known, row: EvidenceRow): Reading {
  const device = known.devices.get(row.deviceId);
  if (device === undefined) return { kind: 'unusable', row, how: 'The device that told this is gone' };
  const local = localEnd(device, row);
  const managed = matchDevice(known.managed, row);
  const match =
    managed.kind === 'none' ? matchDevice(known.ghosts, row, (id) => !hasOtherChassis(known, id, row)) : managed;
  if (match.kind === 'several') return { kind: 'unusable', row, how: ambiguous(known, match.deviceIds, match.by) };
  if (match.kind === 'none') return { kind: 'stranger', row, local };
  if (match.deviceId === row.deviceId) {
    return { kind: 'unusable', row, how: `The device hears itself on ${local.text ?? 'this port'}: no link` };
  }
  const peer = known.devices.get(match.deviceId);
  return peer === undefined
    ? { kind: 'stranger', row, local }
    : { kind: 'claim', claim: claimOn(row, local, { deviceId: peer.row.id, ports: peer }, `Device by ${match.by}`) };
}

/** Strangers often share a factory name: a ghost with another chassis id is another box. */
function hasOtherChassis(known: Known, ghostId: number, row: EvidenceRow): boolean {
  const ghost = known.devices.get(ghostId);
  const [theirs, told] = [ghost === undefined ? null : ownChassisKey(ghost.row), strangerChassis(row)];
  return theirs !== null && told !== null && theirs !== told;
}

/** The chassis id of an LLDP row; null for CDP, whose device id is a name. */
export const strangerChassis = (row: EvidenceRow): string | null =>
  row.remoteChassisSubtype === null ? null : chassisKey(row.remoteChassisSubtype, row.remoteChassisId);

export interface Peer {
  readonly deviceId: number;
  /** Null for a device that is only heard of: it has shown no ports. */
  readonly ports: PortOwner | null;
}

/** The claim of a row about a device that is settled. */
export function claimOn(row: EvidenceRow, local: ClaimEnd, peer: Peer, how: string): Claim {
  const match = peer.ports === null ? null : matchRemotePort(peer.ports, row);
  const text = cleanText(row.remotePort) ?? cleanText(row.remotePortDescription);
  const remote = { deviceId: peer.deviceId, port: match?.port ?? null, text };
  return { row, local, remote, how: `${how}, ${portWords(match?.by ?? null, text)}` };
}

function portWords(by: string | null, text: string | null): string {
  if (by !== null) return `port by ${by}`;
  return text === null ? 'port not told' : `port "${text}" not found there`;
}

function localEnd(device: TopologyDevice, row: EvidenceRow): ClaimEnd {
  const byId = device.interfaces.find((port) => port.id === row.localInterfaceId) ?? null;
  const port = byId ?? matchLocalPort(device, row.localPort)?.port ?? null;
  return { deviceId: row.deviceId, port, text: port?.name ?? cleanText(row.localPort) };
}

function ambiguous(known: Known, deviceIds: readonly number[], by: string): string {
  const names = deviceIds
    .map((id) => known.devices.get(id)?.row)
    .map((row) => row?.sysName ?? row?.address ?? 'unknown');
  return `Ambiguous: ${by} fits ${names.join(', ')}, so it names none of them`;
}
