/** Which sites are shown as one card until somebody opens them: branches that hang on the rest by one neighbour. */
import type { Device } from '../../../shared/contract/devices.ts';
import type { Link } from '../../../shared/contract/topology.ts';

/** A branch has at most this share of the largest site's devices, and at least three. */
const SHARE = 0.5;
const LEAST_DEVICES = 3;

export function sitesClosedAtFirst(devices: readonly Device[], links: readonly Link[]): ReadonlySet<string> {
  const siteOf = new Map(devices.map((device) => [device.id, device.site]));
  const sizes = new Map<string, number>();
  for (const { site } of devices) if (site !== null) sizes.set(site, (sizes.get(site) ?? 0) + 1);
  const outward = new Map<string, number>();
  for (const { a, b } of links) {
    const [from, to] = [siteOf.get(a.deviceId) ?? null, siteOf.get(b.deviceId) ?? null];
    if (from === null || to === null || from === to) continue;
    for (const site of [from, to]) outward.set(site, (outward.get(site) ?? 0) + 1);
  }
  const largest = Math.max(0, ...sizes.values());
  const isBranch = ([site, size]: readonly [string, number]): boolean =>
    size >= LEAST_DEVICES && size <= largest * SHARE && (outward.get(site) ?? 0) === 1;
  return new Set([...sizes].filter(isBranch).map(([site]) => site));
}

/** Sites that a person opened or closed go before the rule. */
export function closedSites(
  atFirst: ReadonlySet<string>,
  chosen: Readonly<Record<string, 'open' | 'closed'>>,
): ReadonlySet<string> {
  const closed = new Set(atFirst);
  for (const [site, choice] of Object.entries(chosen)) {
    if (choice === 'closed') closed.add(site);
    else closed.delete(site);
  }
  return closed;
}
