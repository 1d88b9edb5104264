/**
 * Layout by links: fcose on a headless cytoscape, which moves what is not pinned so that links get short and even. It begins
 * at the layout by role with `randomize: false`, so the same network gives the same map.
 */
import cytoscape, { type ElementDefinition } from 'cytoscape';
import fcose from 'cytoscape-fcose';
import type { LayoutPlace, LayoutRequest } from './layout-types.ts';

cytoscape.use(fcose);

const IDEAL_LENGTH = 110;
/** Above this many nodes the draft quality is taken: the default one would take minutes. */
const DRAFT_FROM = 1500;

function elementsOf(request: LayoutRequest, start: readonly LayoutPlace[]): ElementDefinition[] {
  const pinned = new Map(request.pinned.map((place) => [place.id, place]));
  const ids = new Set(request.nodes.map(({ id }) => id));
  const nodes = start.map(({ id, x, y }) => ({ data: { id: String(id) }, position: pinned.get(id) ?? { x, y } }));
  const edges = request.edges.flatMap(({ a, b }, i) =>
    a !== b && ids.has(a) && ids.has(b) ? [{ data: { id: `e${i}`, source: String(a), target: String(b) } }] : [],
  );
  return [...nodes.map(({ data, position: { x, y } }) => ({ data, position: { x, y } })), ...edges];
}

/** Runs to the end before it returns: call it in a worker. */
export function forceLayout(request: LayoutRequest, start: readonly LayoutPlace[]): readonly LayoutPlace[] {
  const graph = cytoscape({ headless: true, styleEnabled: false, elements: elementsOf(request, start) });
  const options = {
    name: 'fcose',
    quality: request.nodes.length > DRAFT_FROM ? 'draft' : 'default',
    randomize: false,
    animate: false,
    fit: false,
    nodeDimensionsIncludeLabels: false,
    nodeSeparation: IDEAL_LENGTH,
    idealEdgeLength: () => IDEAL_LENGTH,
    nodeRepulsion: () => 12_000,
    fixedNodeConstraint: request.pinned.map(({ id, x, y }) => ({ nodeId: String(id), position: { x, y } })),
  };
  graph.layout(options).run();
  const places = graph.nodes().map((node) => ({ id: Number(node.id()), ...node.position() }));
  graph.destroy();
  return places.map(({ id, x, y }) => ({ id, x, y }));
}
