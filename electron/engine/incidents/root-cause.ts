/**
 * Of the devices that do not answer, which are broken and which only stand behind a broken one?
 *
 * D is the set of devices without an answer. Its roots are those that can be reached from the console through answering
 * devices only: the frontier of D. Everything else in D is unreachable because of the roots that its part of D touches.
 *
 * Where the console hangs is often unknown. Then every answering device counts as reached, which it is, since it answered.
 * With a known place, answering devices that the graph does not join to it (an out-of-band path) still count, but only for
 * parts of D that would have no root at all. Devices that are never asked (ghosts) let the walk through and are never
 * counted. A part of D that touches nothing that answers has one cause that nobody can see: its first to fall silent
 * stands as root for all.
 */
import { walk } from './device-graph.ts';
import type { DeviceGraph } from './device-graph.ts';

export interface CauseInput {
  readonly graph: DeviceGraph;
  /** Devices that do not answer, with the time of their first miss. */
  readonly silentSinceMs: ReadonlyMap<number, number>;
  /** Devices that are asked and answer. */
  readonly answering: ReadonlySet<number>;
  /** Where the console is attached; empty when nobody knows. */
  readonly vantages: readonly number[];
}

export interface Causes {
  /** Root device to what stands behind it. */
  readonly behind: ReadonlyMap<number, readonly number[]>;
  /** Device that is not a root to its roots. */
  readonly rootsOf: ReadonlyMap<number, readonly number[]>;
  /** Neighbours of a root that answer: what makes it one. */
  readonly parents: ReadonlyMap<number, readonly number[]>;
}

export function findCauses(input: CauseInput): Causes {
  const { graph, silentSinceMs, answering } = input;
  const isSilent = (id: number) => silentSinceMs.has(id);
  const seeds = input.vantages.filter((id) => graph.has(id));
  const near = walk(graph, seeds.length > 0 ? seeds : answering, isSilent);
  const anywhere = seeds.length > 0 ? walk(graph, answering, isSilent) : near;
  const vantages = new Set(seeds);
  const behind = new Map<number, number[]>();
  const rootsOf = new Map<number, number[]>();
  const parents = new Map<number, readonly number[]>();
  for (const part of partsOf(graph, silentSinceMs, answering)) {
    const roots = rootsIn(input, part, near, anywhere, vantages);
    for (const root of roots) {
      behind.set(root, []);
      parents.set(
        root,
        (graph.get(root) ?? []).filter((id) => answering.has(id)),
      );
    }
    assign(input, part, roots, behind, rootsOf);
  }
  return { behind, rootsOf, parents };
}

/** Connected parts of what does not answer, ghosts between them included in the walk but not in the part. */
function partsOf(
  graph: DeviceGraph,
  silent: ReadonlyMap<number, number>,
  answering: ReadonlySet<number>,
): ReadonlySet<number>[] {
  const parts: Set<number>[] = [];
  const done = new Set<number>();
  for (const id of silent.keys()) {
    if (done.has(id)) continue;
    const part = walk(graph, [id], (next) => answering.has(next));
    for (const member of part) done.add(member);
    parts.push(part);
  }
  return parts;
}

function rootsIn(
  input: CauseInput,
  part: ReadonlySet<number>,
  near: ReadonlySet<number>,
  anywhere: ReadonlySet<number>,
  vantages: ReadonlySet<number>,
): number[] {
  const members = [...part].filter((id) => input.silentSinceMs.has(id));
  const touching = (reached: ReadonlySet<number>) => (id: number) =>
    vantages.has(id) || (input.graph.get(id) ?? []).some((next) => reached.has(next));
  const direct = members.filter(touching(near));
  if (direct.length > 0) return direct;
  const indirect = members.filter(touching(anywhere));
  return indirect.length > 0 ? indirect : firstSilent(input, members);
}

function firstSilent({ graph, silentSinceMs }: CauseInput, members: readonly number[]): number[] {
  const since = (id: number) => silentSinceMs.get(id) ?? Infinity;
  const degree = (id: number) => graph.get(id)?.length ?? 0;
  return members.toSorted((a, b) => since(a) - since(b) || degree(b) - degree(a) || a - b).slice(0, 1);
}

/** What remains of a part without its roots falls into pieces; each is behind the roots it touches. */
function assign(
  { graph, silentSinceMs }: CauseInput,
  part: ReadonlySet<number>,
  roots: readonly number[],
  behind: ReadonlyMap<number, number[]>,
  rootsOf: Map<number, number[]>,
): void {
  const placeOf = new Map(roots.map((root, place) => [root, place]));
  const isRoot = new Set(roots);
  const done = new Set<number>();
  for (const start of part) {
    if (isRoot.has(start) || done.has(start)) continue;
    const piece = walk(graph, [start], (id) => isRoot.has(id) || !part.has(id));
    const own = rootsBeside(graph, piece, placeOf);
    for (const id of piece) {
      done.add(id);
      if (!silentSinceMs.has(id)) continue;
      rootsOf.set(id, own);
      for (const root of own) behind.get(root)?.push(id);
    }
  }
}

/** Asked of the piece and not of the roots: a network that is still being found has hundreds of either. */
function rootsBeside(graph: DeviceGraph, piece: ReadonlySet<number>, placeOf: ReadonlyMap<number, number>): number[] {
  const own = new Set<number>();
  for (const id of piece) for (const next of graph.get(id) ?? []) if (placeOf.has(next)) own.add(next);
  return [...own].sort((a, b) => (placeOf.get(a) ?? 0) - (placeOf.get(b) ?? 0));
}
