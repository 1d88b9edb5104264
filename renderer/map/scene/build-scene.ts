/** Puts the scene together from what the engine told. Pure: the same input gives the same picture. */
import type { Device } from '../../../shared/contract/devices.ts';
import { freePlace } from '../layout/free-place.ts';
import { around, grow, rectAround, type Point, type Rect } from '../geometry/plane.ts';
import { GridIndex } from '../geometry/rect-index.ts';
import { blastsOf } from './blasts.ts';
import { foldLeaves, leafGroups, neighboursOf, type Fold } from './fold-leaves.ts';
import { sceneLabels } from './scene-labels.ts';
import {
  deviceKey,
  siteKey,
  type NodeKey,
  type OpenedFold,
  type Scene,
  type SceneInput,
  type SceneNode,
} from './scene-types.ts';
import { siteBoxes } from './site-boxes.ts';
import { deviceNode, foldNode, siteNode } from './visible-nodes.ts';
import { visibleLinks } from './visible-links.ts';

interface Draft {
  readonly byId: ReadonlyMap<number, Device>;
  readonly flapping: ReadonlySet<number>;
  readonly groups: readonly Fold[];
  readonly folds: readonly Fold[];
  readonly nodes: Map<NodeKey, SceneNode>;
  readonly nodeOf: Map<number, NodeKey>;
}

/** Devices whose only way out comes and goes. Elsewhere the mark on the link says it all. */
function flappingDevices(input: SceneInput): ReadonlySet<number> {
  const flapping = input.links.filter((link) => link.flapping);
  if (flapping.length === 0) return new Set();
  const neighbours = neighboursOf(input.links);
  const ends = flapping.flatMap(({ a, b }) => [a.deviceId, b.deviceId]);
  return new Set(ends.filter((id) => neighbours.get(id)?.size === 1));
}

/** Whether a leaf tells of a fault that is its own, not of what lies before it. */
function hasOwnFault(draft: Pick<Draft, 'byId' | 'flapping'>): (deviceId: number) => boolean {
  return (id) => {
    const state = draft.byId.get(id)?.state;
    return state === 'down' || state === 'degraded' || (draft.flapping.has(id) && state !== 'unreachable');
  };
}

const placeOf = (input: SceneInput, id: number): Point => input.positions.get(id) ?? { x: 0, y: 0 };

/** The member that the rest of the network hangs on, else the topmost. */
function gatewayOf(members: readonly Device[], input: SceneInput, site: string, draft: Draft): Point {
  const neighbours = neighboursOf(input.links);
  const outward = members.find((device) =>
    [...(neighbours.get(device.id) ?? [])].some((id) => (draft.byId.get(id)?.site ?? site) !== site),
  );
  if (outward) return placeOf(input, outward.id);
  return members.map((device) => placeOf(input, device.id)).sort((a, b) => a.y - b.y)[0] ?? { x: 0, y: 0 };
}

function addClosedSites(draft: Draft, input: SceneInput): void {
  for (const site of input.closedSites) {
    const members = input.devices.filter((device) => device.site === site);
    if (members.length === 0) continue;
    draft.nodes.set(siteKey(site), siteNode(site, members, gatewayOf(members, input, site, draft)));
    for (const { id } of members) draft.nodeOf.set(id, siteKey(site));
  }
}

function addFolds(draft: Draft, input: SceneInput): void {
  for (const fold of draft.folds) {
    const group = draft.groups.find(({ key }) => key === fold.key) ?? fold;
    const members = fold.memberIds.flatMap((id) => draft.byId.get(id) ?? []);
    const places = group.memberIds.map((id) => placeOf(input, id));
    draft.nodes.set(fold.key, foldNode(fold, members, places));
    for (const id of fold.memberIds) draft.nodeOf.set(id, fold.key);
  }
}

function addDevices(draft: Draft, input: SceneInput): void {
  for (const device of input.devices) {
    if (draft.nodeOf.has(device.id)) continue;
    const node = deviceNode(device, input.positions.get(device.id), draft.flapping.has(device.id), input.nowMs);
    draft.nodes.set(node.key, node);
    draft.nodeOf.set(device.id, node.key);
  }
}

/** A member taken out of its stack may find its own place covered by the stack: then it stands beside it. */
function clearApart(draft: Draft): void {
  for (const fold of draft.folds) {
    const group = draft.groups.find(({ key }) => key === fold.key);
    const folded = new Set(fold.memberIds);
    for (const id of group?.memberIds ?? []) {
      const node = folded.has(id) ? undefined : draft.nodes.get(deviceKey(id));
      if (!node || node.pinned) continue;
      const others = [...draft.nodes.values()].filter((other) => other !== node);
      draft.nodes.set(node.key, { ...node, ...freePlace(node, others) });
    }
  }
}

const BUTTON = { width: 54, height: 20 } as const;

function openedFolds(draft: Draft, input: SceneInput): readonly OpenedFold[] {
  return draft.groups.flatMap((group) => {
    if (!input.openedFolds.has(group.key)) return [];
    const own = group.memberIds.flatMap((id) => draft.nodes.get(deviceKey(id)) ?? []);
    const rect = around(own.map((node) => ({ ...rectAround(node, 30, 26), bottom: node.y + 44 })));
    if (!rect) return [];
    const button: Rect = {
      left: rect.right - BUTTON.width - 6,
      top: rect.bottom - BUTTON.height / 2,
      right: rect.right - 6,
      bottom: rect.bottom + BUTTON.height / 2,
    };
    return [{ key: group.key, rect, button, members: new Set(group.memberIds) }];
  });
}

function draftOf(input: SceneInput): Draft {
  const byId = new Map(input.devices.map((device) => [device.id, device]));
  const flapping = flappingDevices(input);
  const shown = input.devices.filter(({ site }) => site === null || !input.closedSites.has(site));
  const groups = leafGroups(shown, input.links);
  const folds = foldLeaves(groups, hasOwnFault({ byId, flapping }), input.openedFolds);
  const draft: Draft = { byId, flapping, groups, folds, nodes: new Map(), nodeOf: new Map() };
  addClosedSites(draft, input);
  addFolds(draft, input);
  addDevices(draft, input);
  clearApart(draft);
  return draft;
}

function indexOfLabels(labels: Scene['labels']): Scene['labelIndex'] {
  const index = new GridIndex<Rect>();
  for (const { rect } of labels.values()) index.addRect(rect, rect);
  return index;
}

export function buildScene(input: SceneInput): Scene {
  const draft = draftOf(input);
  const { nodes, nodeOf } = draft;
  const links = visibleLinks(input.links, { devices: draft.byId, nodes, nodeOf });
  const labels = sceneLabels([...nodes.values()], links, input);
  const sites = siteBoxes({ ...input, nodes, nodeOf, labels });
  const boxes = [...sites.map(({ rect }) => rect), ...[...labels.values()].map(({ rect }) => rect)];
  const bounds = around([
    ...boxes,
    ...[...nodes.values()].map((node) => grow(rectAround(node, node.halfWidth, node.halfHeight), 8)),
  ]);
  return {
    nodes,
    links,
    sites,
    labels,
    labelIndex: indexOfLabels(labels),
    nodeOf,
    bounds,
    openedFolds: openedFolds(draft, input),
    blasts: blastsOf(input.blastRoots, { nodes, nodeOf, labels, sites }),
    foldedDevices: draft.folds.reduce((sum, fold) => sum + fold.memberIds.length, 0),
  };
}
