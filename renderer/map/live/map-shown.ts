/** The little that React shows of the map; changes when the network does, not with samples or frames. */
import { deviceGlyphNames } from '../../ui/device-glyphs.ts';
import { stateNames } from '../../ui/state-marks.ts';
import type { Blast, NodeKey, Scene, SceneNode } from '../scene/scene-types.ts';

export interface ListedNode {
  readonly key: NodeKey;
  readonly words: string;
}

export interface MapShown {
  readonly ready: boolean;
  readonly foldedDevices: number;
  readonly openedFolds: number;
  /** Nodes in reading order, for people who do not see the canvas. */
  readonly nodes: readonly ListedNode[];
  readonly focusedNode: NodeKey | null;
  readonly blasts: readonly Blast[];
  readonly layoutRuns: boolean;
  readonly hover: 'nothing' | 'node' | 'link' | 'dragging';
}

export const nothingShown: MapShown = {
  ready: false,
  foldedDevices: 0,
  openedFolds: 0,
  nodes: [],
  focusedNode: null,
  blasts: [],
  layoutRuns: false,
  hover: 'nothing',
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

export function sameList(a: readonly ListedNode[], b: readonly ListedNode[]): boolean {
  return a.length === b.length && a.every((node, i) => node.key === b[i]?.key && node.words === b[i]?.words);
}
