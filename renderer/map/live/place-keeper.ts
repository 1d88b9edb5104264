/**
 * Gives places to devices that have none: the first ones by a layout in a worker, later ones near their neighbours; nothing
 * that has a place is moved.
 *
 * While a discovery runs, most devices come before their links. Those stand in a grid that is only suggested: as soon as a
 * link tells where a device belongs it gets its place, and what has no link at the end of the run keeps its place in the grid.
 */
import type { Position } from '../../../shared/contract/topology.ts';
import { middleOf, around } from '../geometry/plane.ts';
import { layoutInWorker } from '../layout/layout-in-worker.ts';
import type { LayoutPlace, LayoutRequest, LayoutStyle } from '../layout/layout-types.ts';
import { placeNewNodes } from '../layout/place-new-nodes.ts';
import type { NetworkNow } from './network-feed.ts';
import type { PositionsBook } from './positions-book.ts';

export interface PlaceListener {
  readonly now: () => NetworkNow;
  readonly layoutRuns: (running: boolean) => void;
  readonly failed: (what: string, error: unknown) => void;
}

/** More newcomers than this are laid out by the worker. */
const MOST_NEWCOMERS = 150;

export class PlaceKeeper {
  readonly #positions: PositionsBook;
  readonly #listener: PlaceListener;
  readonly #end = new AbortController();
  /** Placed by this page while the discovery runs that found them. */
  readonly #placedInRun = new Set<number>();
  #layoutRuns = false;
  #discovering = false;

  constructor(positions: PositionsBook, listener: PlaceListener) {
    this.#positions = positions;
    this.#listener = listener;
  }

  close(): void {
    this.#end.abort();
  }

  placeMissing(now: NetworkNow): void {
    const ended = this.#discovering && !now.discovering;
    this.#discovering = now.discovering;
    const known = this.#positions.kept();
    const missing = now.devices.filter(({ id }) => !known.has(id)).map(({ id }) => id);
    if (missing.length === 0) this.#positions.suggest([]);
    if (this.#layoutRuns) return;
    if (ended && this.#isFirstMap(now)) void this.#layOutFirstMap(now);
    else if (missing.length > 0) this.#place(missing, now);
  }

  async arrange(style: LayoutStyle, only: ReadonlySet<number> | null): Promise<void> {
    const now = this.#listener.now();
    const taking = now.devices.filter(({ id }) => only === null || only.has(id));
    const own = taking.flatMap(({ id }) => this.#positions.get(id) ?? []);
    const before = own.filter((position) => !position.pinned);
    const pinned = own.filter((position) => position.pinned).map(({ id, x, y }) => ({ id, x, y }));
    const ids = new Set(taking.map(({ id }) => id));
    const request = requestOf(now, style, only === null ? pinned : []);
    const places = await this.#layout(only === null ? request : among(request, ids));
    if (!places) return;
    // Who says "arrange these here" has decided: also what was pinned among them is laid out.
    if (only === null) this.#positions.keep(places.map(unpinned), before);
    else this.#positions.keep(centredLike(places, own).map(unpinned), own);
  }

  #place(missing: readonly number[], now: NetworkNow): void {
    const known = this.#positions.kept();
    const present = new Map(now.devices.flatMap(({ id }) => known.get(id) ?? []).map((place) => [place.id, place]));
    const few = missing.length <= MOST_NEWCOMERS && (present.size > 0 || now.discovering);
    if (!few) {
      void this.#placeMany(now, [...present.values()]);
      return;
    }
    const linked = new Set(now.links.flatMap(({ a, b }) => [a.deviceId, b.deviceId]));
    const places = placeNewNodes(missing, edgesOf(now), present).map(unpinned);
    const sure = now.discovering ? places.filter(({ id }) => linked.has(id)) : places;
    this.#positions.suggest(places.filter((place) => !sure.includes(place)));
    if (sure.length > 0) this.#keepPlaced(sure);
  }

  #keepPlaced(places: readonly Position[]): void {
    if (this.#discovering) for (const { id } of places) this.#placedInRun.add(id);
    this.#positions.keep(places, null);
  }

  /** Nobody has placed anything, and this run found it all: what grew piece by piece may be laid out as a whole. */
  #isFirstMap(now: NetworkNow): boolean {
    const known = this.#positions.kept();
    const kept = now.devices.flatMap(({ id }) => known.get(id) ?? []);
    return kept.length > 2 && kept.every(({ id, pinned }) => !pinned && this.#placedInRun.has(id));
  }

  async #layOutFirstMap(now: NetworkNow): Promise<void> {
    const places = await this.#layout(requestOf(now, 'role', []));
    if (!places) return;
    this.#positions.suggest([]);
    this.#positions.keep(places.map(unpinned), null);
  }

  /** What stands already is held in its place like what is pinned. */
  async #placeMany(now: NetworkNow, present: readonly Position[]): Promise<void> {
    const held = present.map(({ id, x, y }) => ({ id, x, y }));
    const places = await this.#layout(requestOf(now, 'role', held));
    if (!places) return;
    this.#keepPlaced(places.map(unpinned));
    this.placeMissing(this.#listener.now());
  }

  async #layout(request: LayoutRequest): Promise<readonly LayoutPlace[] | null> {
    this.#layoutRuns = true;
    this.#listener.layoutRuns(true);
    try {
      return await layoutInWorker(request, this.#end.signal);
    } catch (error) {
      if (!this.#end.signal.aborted) this.#listener.failed('The map was not arranged', error);
      return null;
    } finally {
      this.#layoutRuns = false;
      this.#listener.layoutRuns(false);
    }
  }
}

const edgesOf = ({ links }: NetworkNow): LayoutRequest['edges'] =>
  links.map(({ a, b }) => ({ a: a.deviceId, b: b.deviceId }));

function requestOf(now: NetworkNow, style: LayoutStyle, pinned: LayoutRequest['pinned']): LayoutRequest {
  const nodes = now.devices.map(({ id, kind, site }) => ({ id, kind, site }));
  return { style, nodes, edges: edgesOf(now), pinned };
}

function among(request: LayoutRequest, ids: ReadonlySet<number>): LayoutRequest {
  return {
    ...request,
    nodes: request.nodes.filter(({ id }) => ids.has(id)),
    edges: request.edges.filter(({ a, b }) => ids.has(a) && ids.has(b)),
  };
}

/** The same places, moved as a whole so that their middle is where the middle of `own` was. */
export function centredLike(places: readonly LayoutPlace[], own: readonly Position[]): readonly LayoutPlace[] {
  const [is, was] = [middleOfAll(places), middleOfAll(own)];
  return places.map(({ id, x, y }) => ({ id, x: x + was.x - is.x, y: y + was.y - is.y }));
}

function middleOfAll(points: readonly LayoutPlace[]): { readonly x: number; readonly y: number } {
  const box = around(points.map(({ x, y }) => ({ left: x, right: x, top: y, bottom: y })));
  return box ? middleOf({ x: box.left, y: box.top }, { x: box.right, y: box.bottom }) : { x: 0, y: 0 };
}

const unpinned = ({ id, x, y }: LayoutPlace): Position => ({ id, x: Math.round(x), y: Math.round(y), pinned: false });
