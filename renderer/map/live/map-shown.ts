/** The little that React shows of the map; changes when the network does, not with samples or frames. */
import { deviceGlyphNames } from '../../ui/device-glyphs.ts';
import { stateNames } from '../../ui/state-marks.ts';
import type { Point } from '../geometry/plane.ts';
import type { Blast, NodeKey, Scene, SceneNode } from '../scene/scene-types.ts';
import type { MenuTarget } from './menu-target.ts';

export interface ListedNode {
  readonly key: NodeKey;
  readonly words: string;
}

/** What the pointer rests on, and where it was when it came there. */
export interface Hovered {
  readonly kind: 'node' | 'link';
  readonly key: string;
  readonly at: Point;
}

export interface OpenMenu {
  readonly target: MenuTarget;
  /** In pixels of the window. */
  readonly at: Point;
}

export interface MapShown {
  readonly ready: boolean;
  /** Devices that the filters let through, folded ones included. */
  readonly shownDevices: number;
  readonly foldedDevices: number;
  readonly openedFolds: number;
  /** Nodes in reading order, for people who do not see the canvas. */
  readonly nodes: readonly ListedNode[];
  readonly focusedNode: NodeKey | null;
  /** Selected together, for moving and aligning; the window's selection is one thing and stands apart. */
  readonly group: ReadonlySet<NodeKey>;
  /** Where the map has a find field open: what it found. */
  readonly found: ReadonlySet<NodeKey>;
  readonly blasts: readonly Blast[];
  readonly layoutRuns: boolean;
  readonly hover: 'nothing' | 'node' | 'link';
  readonly hovered: Hovered | null;
  readonly menu: OpenMenu | null;
  readonly finding: boolean;
}

export const nothingShown: MapShown = {
  ready: false,
  shownDevices: 0,
  foldedDevices: 0,
  openedFolds: 0,
  nodes: [],
  focusedNode: null,
  group: new Set(),
  found: new Set(),
  blasts: [],
  layoutRuns: false,
  hover: 'nothing',
  hovered: null,
  menu: null,
  finding: false,
};

/** More would only slow the page down; the devices view lists them all. */
const MOST_LISTED = 1000;
const ROW = 40;

function wordsOf(node: SceneNode): string {
  if (node.kind === 'site') {
    const counts = node.counts.map(({ state, count }) => `${count} ${stateNames[state].toLowerCase()}`).join(', ');
    return `Site ${node.name}, closed, ${node.detail ?? ''}, ${counts}`;
  }
  if (node.kind === 'fold') return `${node.name}, folded, ${node.detail ?? ''}`;
  const state = node.ghost && node.state === 'up' ? 'not polled' : (node.detail ?? stateNames[node.state]);
  return `${node.name}, ${deviceGlyphNames[node.glyph]}, ${state}`;
}

/** Row by row from the top left. */
export function inReadingOrder(nodes: Iterable<SceneNode>): readonly SceneNode[] {
  return [...nodes].sort((a, b) => Math.round(a.y / ROW) - Math.round(b.y / ROW) || a.x - b.x);
}

export function listNodes(scene: Scene): readonly ListedNode[] {
  return inReadingOrder(scene.nodes.values())
    .slice(0, MOST_LISTED)
    .map((node) => ({ key: node.key, words: wordsOf(node) }));
}

/** What React shows of a new scene. What is gone from it is focused, selected and hovered no more. */
export function shownOfScene(scene: Scene, last: MapShown): Partial<MapShown> {
  const nodes = listNodes(scene);
  const isThere = (key: NodeKey | null): boolean => key !== null && scene.nodes.has(key);
  return {
    ready: true,
    shownDevices: scene.nodeOf.size,
    foldedDevices: scene.foldedDevices,
    openedFolds: scene.openedFolds.length,
    nodes: sameList(nodes, last.nodes) ? last.nodes : nodes,
    blasts: scene.blasts,
    focusedNode: isThere(last.focusedNode) ? last.focusedNode : null,
    group: [...last.group].every(isThere) ? last.group : new Set([...last.group].filter(isThere)),
    hovered: last.hovered?.kind === 'node' && !isThere(last.hovered.key) ? null : last.hovered,
  };
}

export function sameList(a: readonly ListedNode[], b: readonly ListedNode[]): boolean {
  return a.length === b.length && a.every((node, i) => node.key === b[i]?.key && node.words === b[i]?.words);
}
