/** Which links the map draws, where and how: links into a stack or a closed site are one, others stand side by side. */
import type { Device } from '../../../shared/contract/devices.ts';
import type { Link } from '../../../shared/contract/topology.ts';
import { linkLine } from '../geometry/link-line.ts';
import { parallelOffsets } from '../geometry/parallel-offsets.ts';
import { countStates, worstOf } from './state-counts.ts';
import type { LinkLook, NodeKey, SceneEnd, SceneLink, SceneNode } from './scene-types.ts';

const WIDTHS: readonly (readonly [fromBps: number, width: number])[] = [
  [100e9, 8],
  [40e9, 6],
  [25e9, 5],
  [10e9, 4],
];

/** Pixels at zoom 1; the thinnest when the speed is unknown. */
export function widthOfSpeed(speedBps: number | null): number {
  return WIDTHS.find(([from]) => speedBps !== null && speedBps >= from)?.[1] ?? 2;
}

const unreachable = (device: Device | undefined): boolean =>
  device?.state === 'unreachable' || device?.state === 'down' || device?.state === 'blind';

/**
 * What a link shows. Nothing fresh is known of a link between a root and what it took with it: that is neither up nor down.
 */
export function linkLook(link: Link, a: Device | undefined, b: Device | undefined): LinkLook {
  if (unreachable(a) && unreachable(b)) return 'unreachable';
  if (link.state === 'down') return 'down';
  if (link.state === 'unreachable') return 'unreachable';
  if (link.ageing) return 'ageing';
  return link.confidence === 'inferred' ? 'inferred' : 'use';
}

interface Bundle {
  readonly from: SceneNode;
  readonly to: SceneNode;
  readonly links: Link[];
}

interface Ends {
  readonly devices: ReadonlyMap<number, Device>;
  readonly nodes: ReadonlyMap<NodeKey, SceneNode>;
  readonly nodeOf: ReadonlyMap<number, NodeKey>;
}

function bundles(links: readonly Link[], { nodes, nodeOf }: Ends): Bundle[] {
  const byPair = new Map<string, Bundle>();
  for (const link of links) {
    const a = nodes.get(nodeOf.get(link.a.deviceId) ?? '');
    const b = nodes.get(nodeOf.get(link.b.deviceId) ?? '');
    if (!a || !b || a === b) continue;
    const [from, to] = a.key < b.key ? [a, b] : [b, a];
    const key = `${from.key} ${to.key}`;
    const bundle = byPair.get(key);
    if (bundle) bundle.links.push(link);
    else byPair.set(key, { from, to, links: [link] });
  }
  return [...byPair.values()];
}

function endOf(node: SceneNode, links: readonly Link[], nodeOf: Ends['nodeOf']): SceneEnd {
  const ends = links.map((link) => (nodeOf.get(link.a.deviceId) === node.key ? link.a : link.b));
  const [only] = ends;
  return {
    node: node.key,
    interfaceIds: ends.flatMap(({ interfaceId }) => interfaceId ?? []),
    port: ends.length === 1 ? (only?.port ?? null) : null,
  };
}

const LOOKS: readonly LinkLook[] = ['down', 'unreachable', 'use', 'inferred', 'ageing'];

/** Of several links in one: down or unreachable only when all are, or a stack of twelve would look cut off by one. */
function lookOfAll(looks: readonly LinkLook[]): LinkLook {
  const quiet = looks.filter((look) => look !== 'down' && look !== 'unreachable');
  const told = quiet.length > 0 ? quiet : looks;
  return LOOKS.find((look) => told.includes(look)) ?? 'use';
}

function silentEnd(link: Link, from: SceneNode, nodeOf: Ends['nodeOf']): SceneLink['silentEnds'] {
  if (link.confidence !== 'one-sided') return 'none';
  // The end whose port nobody told is the one that does not speak; with both known it is the far end of the evidence.
  const silent = link.a.interfaceId === null ? link.a : link.b;
  return nodeOf.get(silent.deviceId) === from.key ? 'a' : 'b';
}

function drawn(bundle: Bundle, links: readonly Link[], offset: number, ends: Ends): SceneLink[] {
  const { from, to } = bundle;
  const [first] = links;
  const line = linkLine(from, to, offset);
  if (!first || !line) return [];
  const speeds = links.flatMap((link) => link.speedBps ?? []);
  const speedBps = speeds.length === 0 ? null : Math.max(...speeds);
  const looks = links.map((link) =>
    linkLook(link, ends.devices.get(link.a.deviceId), ends.devices.get(link.b.deviceId)),
  );
  return [
    {
      key: links.length === 1 ? `link ${first.id}` : `links ${from.key} ${to.key}`,
      linkIds: links.map((link) => link.id),
      a: endOf(from, links, ends.nodeOf),
      b: endOf(to, links, ends.nodeOf),
      line,
      width: widthOfSpeed(speedBps),
      look: lookOfAll(looks),
      manual: first.confidence === 'manual',
      silentEnds: links.length === 1 ? silentEnd(first, from, ends.nodeOf) : 'none',
      flapping: links.some((link) => link.flapping),
      state: links.length === 1 ? first.state : worstOf(countStates(links.map((link) => link.state))),
      speedBps,
      confidence: first.confidence,
    },
  ];
}

export function visibleLinks(links: readonly Link[], ends: Ends): readonly SceneLink[] {
  return bundles(links, ends).flatMap((bundle) => {
    const grouped = bundle.from.kind !== 'device' || bundle.to.kind !== 'device';
    if (grouped) return drawn(bundle, bundle.links, 0, ends);
    const offsets = parallelOffsets(bundle.links.map((link) => widthOfSpeed(link.speedBps)));
    return bundle.links.flatMap((link, i) => drawn(bundle, [link], offsets[i] ?? 0, ends));
  });
}
