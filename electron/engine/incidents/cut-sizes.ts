/**
 * For every device, how many lose their way to the console when it fails: more than 0 makes it a single point of failure
 * (a cut vertex). One depth-first walk with low-links (Hopcroft and Tarjan, 1973), without recursion because a chain of
 * devices may be long. Without a known place of the console the largest part that remains counts as its side.
 */
import type { DeviceGraph } from './device-graph.ts';

interface Visit {
  readonly id: number;
  readonly parent: Visit | null;
  readonly order: number;
  low: number;
  /** How many of `counted` lie in its subtree, itself included. */
  size: number;
  /** Sizes of the subtrees that hang on it alone. */
  readonly cut: number[];
  next: number;
}

/** The console as a node of its own, joined to where it is attached. No row has id 0. */
const CONSOLE = 0;

export function cutSizes(
  graph: DeviceGraph,
  vantages: readonly number[],
  counted: ReadonlySet<number>,
): ReadonlyMap<number, number> {
  const attached = vantages.filter((id) => graph.has(id));
  const joined = attached.length === 0 ? graph : withConsole(graph, attached);
  const seen = new Map<number, Visit>();
  const sizes = new Map<number, number>();
  const starts = attached.length === 0 ? graph.keys() : [CONSOLE, ...graph.keys()];
  for (const start of starts) {
    if (seen.has(start)) continue;
    const visits = walkFrom(joined, start, counted, seen);
    const total = visits[0]?.size ?? 0;
    for (const visit of visits) {
      const others = total - (counted.has(visit.id) ? 1 : 0);
      const separated = visit.cut.reduce((sum, size) => sum + size, 0);
      const largest = Math.max(others - separated, ...visit.cut);
      sizes.set(visit.id, start === CONSOLE ? separated : others - largest);
    }
  }
  return sizes;
}

function withConsole(graph: DeviceGraph, attached: readonly number[]): DeviceGraph {
  const joined = new Map(graph);
  joined.set(CONSOLE, attached);
  for (const id of attached) joined.set(id, [...(graph.get(id) ?? []), CONSOLE]);
  return joined;
}

/** Every device of one connected part, the start first, with sizes and cuts filled in. */
function walkFrom(graph: DeviceGraph, start: number, counted: ReadonlySet<number>, seen: Map<number, Visit>): Visit[] {
  const visits: Visit[] = [];
  const enter = (id: number, parent: Visit | null): Visit => {
    const visit = { id, parent, order: seen.size, low: seen.size, size: counted.has(id) ? 1 : 0, cut: [], next: 0 };
    seen.set(id, visit);
    visits.push(visit);
    return visit;
  };
  let at: Visit | null = enter(start, null);
  while (at !== null) {
    const id: number | undefined = (graph.get(at.id) ?? [])[at.next];
    at.next += 1;
    if (id === undefined) {
      leave(at);
      at = at.parent;
      continue;
    }
    const known = seen.get(id);
    if (known === undefined) at = enter(id, at);
    else at.low = Math.min(at.low, known.order);
  }
  return visits;
}

function leave(visit: Visit): void {
  const { parent } = visit;
  if (parent === null) return;
  parent.size += visit.size;
  parent.low = Math.min(parent.low, visit.low);
  if (visit.low >= parent.order) parent.cut.push(visit.size);
}
