/** What a context menu is about. */
import type { NodeKey, SceneLink, SceneNode } from '../scene/scene-types.ts';
import type { Hit } from './hit-test.ts';

export type MenuTarget =
  | { readonly kind: 'device' | 'fold'; readonly node: SceneNode }
  /** Closed: its card. Open: its box. */
  | { readonly kind: 'site'; readonly site: string; readonly closed: boolean }
  | { readonly kind: 'link'; readonly link: SceneLink }
  | { readonly kind: 'group'; readonly nodes: readonly SceneNode[] }
  | { readonly kind: 'canvas' };

export function targetOfNode(node: SceneNode): MenuTarget {
  if (node.kind === 'site') return { kind: 'site', site: node.name, closed: true };
  return { kind: node.kind, node };
}

/** A node of a group of several stands for the whole group. */
export function menuTarget(hit: Hit, group: ReadonlyMap<NodeKey, SceneNode>): MenuTarget {
  switch (hit?.kind) {
    case undefined:
    case 'fold-button':
      return { kind: 'canvas' };
    case 'site-title':
      return { kind: 'site', site: hit.site, closed: false };
    case 'link':
      return { kind: 'link', link: hit.link };
    case 'node':
      if (group.size > 1 && group.has(hit.node.key)) return { kind: 'group', nodes: [...group.values()] };
      return targetOfNode(hit.node);
  }
}
