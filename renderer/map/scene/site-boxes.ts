/** The rounded box around each open site, with its counts. What has no site but one neighbour stands in that one's box. */
import type { Device } from '../../../shared/contract/devices.ts';
import type { Link } from '../../../shared/contract/topology.ts';
import type { PlacedLabel } from '../geometry/place-labels.ts';
import { around, rectAround, type Rect } from '../geometry/plane.ts';
import { neighboursOf } from './fold-leaves.ts';
import type { NodeKey, SceneNode, SiteBox } from './scene-types.ts';
import { countStates } from './state-counts.ts';

const SIDE = 14;
const BOTTOM = 20;
const TITLE = 48;
const LEAST_HALF = 34;

interface SiteInput {
  readonly devices: readonly Device[];
  readonly links: readonly Link[];
  readonly closedSites: ReadonlySet<string>;
  readonly nodes: ReadonlyMap<NodeKey, SceneNode>;
  readonly nodeOf: ReadonlyMap<number, NodeKey>;
  readonly labels: ReadonlyMap<NodeKey, PlacedLabel>;
}

/** The site whose box a device stands in. */
export function siteOfEach(devices: readonly Device[], links: readonly Link[]): ReadonlyMap<number, string> {
  const own = new Map(devices.flatMap(({ id, site }) => (site === null ? [] : [[id, site] as const])));
  const neighbours = neighboursOf(links);
  const all = new Map(own);
  for (const { id, site } of devices) {
    const [only, ...more] = neighbours.get(id) ?? [];
    const borrowed = site === null && only !== undefined && more.length === 0 ? own.get(only) : undefined;
    if (borrowed !== undefined) all.set(id, borrowed);
  }
  return all;
}

function boxAround(keys: ReadonlySet<NodeKey>, { nodes, labels }: SiteInput): Rect | null {
  const parts = [...keys].flatMap((key) => {
    const node = nodes.get(key);
    const label = labels.get(key);
    if (!node) return [];
    return [rectAround(node, LEAST_HALF, node.halfHeight + 8), ...(label ? [label.rect] : [])];
  });
  const box = around(parts);
  if (!box) return null;
  return { left: box.left - SIDE, top: box.top - TITLE, right: box.right + SIDE, bottom: box.bottom + BOTTOM };
}

export function siteBoxes(input: SiteInput): readonly SiteBox[] {
  const siteOf = siteOfEach(input.devices, input.links);
  const keysBySite = new Map<string, Set<NodeKey>>();
  for (const { id } of input.devices) {
    const site = siteOf.get(id);
    const key = input.nodeOf.get(id);
    if (site === undefined || key === undefined || input.closedSites.has(site)) continue;
    const keys = keysBySite.get(site);
    if (keys) keys.add(key);
    else keysBySite.set(site, new Set([key]));
  }
  return [...keysBySite].flatMap(([site, keys]) => {
    const rect = boxAround(keys, input);
    const counts = countStates(input.devices.filter((device) => device.site === site).map(({ state }) => state));
    return rect ? [{ site, rect, counts }] : [];
  });
}
