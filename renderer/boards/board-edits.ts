/** Changes of a board's list of graphs. Pure. */
import { graphHeight, type BoardGraph, type GraphHeight } from '../../shared/contract/boards.ts';
import { newGraphId } from './new-graph.ts';

export type Graphs = readonly BoardGraph[];

export const heightNames: Readonly<Record<GraphHeight, string>> = { low: 'Low', normal: 'Normal', tall: 'Tall' };
/** Whole card, px. */
export const heightsPx: Readonly<Record<GraphHeight, number>> = { low: 200, normal: 296, tall: 440 };
export const WIDEST = 3;

/** To the place where `targetId` stands now. */
export function moveTo(graphs: Graphs, id: string, targetId: string): Graphs {
  const from = graphs.findIndex((graph) => graph.id === id);
  const to = graphs.findIndex((graph) => graph.id === targetId);
  const moved = graphs[from];
  if (moved === undefined || to < 0 || from === to) return graphs;
  return graphs.toSpliced(from, 1).toSpliced(to, 0, moved);
}

/** One place earlier (-1) or later (1); at the end it stays. */
export function moveBy(graphs: Graphs, id: string, step: -1 | 1): Graphs {
  const target = graphs[graphs.findIndex((graph) => graph.id === id) + step];
  return target === undefined ? graphs : moveTo(graphs, id, target.id);
}

export function change(graphs: Graphs, id: string, changes: Partial<BoardGraph>): Graphs {
  // Spread over a union: only fields that all its members have are ever given.
  return graphs.map((graph) => (graph.id === id ? ({ ...graph, ...changes } as BoardGraph) : graph));
}

export function widen(graphs: Graphs, id: string, by: number): Graphs {
  const graph = graphs.find((one) => one.id === id);
  if (graph === undefined) return graphs;
  const columns = Math.min(WIDEST, Math.max(1, graph.columns + by));
  return columns === graph.columns ? graphs : change(graphs, id, { columns });
}

export function heighten(graphs: Graphs, id: string, by: -1 | 1): Graphs {
  const graph = graphs.find((one) => one.id === id);
  const next = graph && graphHeight.options[graphHeight.options.indexOf(graph.height) + by];
  return next === undefined ? graphs : change(graphs, id, { height: next });
}

/** The height that is nearest to so many pixels. */
export function nearestHeight(px: number): GraphHeight {
  return graphHeight.options.reduce((best, one) =>
    Math.abs(heightsPx[one] - px) < Math.abs(heightsPx[best] - px) ? one : best,
  );
}

/** A second one right behind it. */
export function duplicate(graphs: Graphs, id: string): Graphs {
  const at = graphs.findIndex((graph) => graph.id === id);
  const graph = graphs[at];
  return graph === undefined ? graphs : graphs.toSpliced(at + 1, 0, { ...graph, id: newGraphId() });
}

export function without(graphs: Graphs, id: string): Graphs {
  return graphs.filter((graph) => graph.id !== id);
}

/** "Uplinks 2" where "Uplinks" is taken. */
export function freeName(wanted: string, taken: readonly string[]): string {
  for (let count = 1; ; count += 1) {
    const name = count === 1 ? wanted : `${wanted} ${count}`;
    if (!taken.includes(name)) return name;
  }
}
