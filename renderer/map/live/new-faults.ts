/** Which nodes have a fault that was not there a moment ago: they pulse twice. */
import type { StateName } from '../../ui/state-marks.ts';
import type { NodeKey, SceneNode } from '../scene/scene-types.ts';

const FAULTS: ReadonlySet<StateName> = new Set(['down', 'degraded']);

const worstOf = (node: SceneNode): StateName => node.worst ?? node.state;

/** Nodes of `now` whose worst state became a fault since `before`. What is new altogether does not count. */
export function newFaults(
  before: ReadonlyMap<NodeKey, SceneNode>,
  now: ReadonlyMap<NodeKey, SceneNode>,
): readonly NodeKey[] {
  return [...now.values()].flatMap((node) => {
    const earlier = before.get(node.key);
    const state = worstOf(node);
    return earlier && FAULTS.has(state) && worstOf(earlier) !== state ? [node.key] : [];
  });
}
