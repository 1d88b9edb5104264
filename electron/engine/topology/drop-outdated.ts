/**
 * Drops claims that newer hearing on the same port contradicts: a device that moved leaves its old neighbour's rows behind,
 * and if it is switched off meanwhile its own rows never age.
 *
 * A claim is outdated when the owner of one of its two ports hears somebody else there now, by the same protocol and later
 * than the claim was last heard, and does not hear the claim's peer there any more. Per protocol, because a switch that
 * eats LLDP but forwards CDP makes the two differ for ever.
 */
import type { Claim, ClaimEnd } from './claim.ts';

interface Heard {
  readonly peers: Set<number>;
  atMs: number;
}

export function dropOutdated(claims: readonly Claim[]): { current: Claim[]; outdated: Claim[] } {
  const now = heardNow(claims);
  const isOutdated = (claim: Claim): boolean =>
    contradicted(now, claim, claim.local, claim.remote.deviceId) ||
    contradicted(now, claim, claim.remote, claim.local.deviceId);
  return {
    current: claims.filter((claim) => !isOutdated(claim)),
    outdated: claims.filter(isOutdated),
  };
}

const portKey = (protocol: string, portId: number): string => `${protocol} ${portId}`;

function heardNow(claims: readonly Claim[]): Map<string, Heard> {
  const now = new Map<string, Heard>();
  for (const { row, local, remote } of claims) {
    if (row.missedRuns > 0 || local.port === null) continue;
    const key = portKey(row.protocol, local.port.id);
    const heard = now.get(key) ?? { peers: new Set<number>(), atMs: row.lastSeenAtMs };
    heard.peers.add(remote.deviceId);
    heard.atMs = Math.max(heard.atMs, row.lastSeenAtMs);
    now.set(key, heard);
  }
  return now;
}

function contradicted(now: ReadonlyMap<string, Heard>, claim: Claim, end: ClaimEnd, peerId: number): boolean {
  const heard = end.port === null ? undefined : now.get(portKey(claim.row.protocol, end.port.id));
  return heard !== undefined && !heard.peers.has(peerId) && claim.row.lastSeenAtMs < heard.atMs;
}
