/**
 * Keeps the scene in step with the network, the positions and what a person opened. Devices without a place get one: the
 * first ones by a layout in a worker, later ones near their neighbours; nothing that has a place is moved.
 */
import type { InterfaceLatest } from '../../../shared/contract/series.ts';
import type { Position } from '../../../shared/contract/topology.ts';
import { layoutInWorker } from '../layout/layout-in-worker.ts';
import type { LayoutPlace, LayoutRequest, LayoutStyle } from '../layout/layout-types.ts';
import { placeNewNodes } from '../layout/place-new-nodes.ts';
import { blastRoots } from '../scene/blasts.ts';
import { buildScene } from '../scene/build-scene.ts';
import { closedSites, sitesClosedAtFirst } from '../scene/closed-sites.ts';
import type { Scene } from '../scene/scene-types.ts';
import { useMapChoices } from './map-choices.ts';
import { followNetwork, type NetworkFeed, type NetworkNow } from './network-feed.ts';
import { PositionsBook } from './positions-book.ts';
import { measureText } from './text-width.ts';

export interface SceneListener {
  readonly sceneChanged: (scene: Scene) => void;
  readonly samplesChanged: () => void;
  readonly layoutRuns: (running: boolean) => void;
  readonly failed: (what: string, error: unknown) => void;
}

/** More newcomers than this are laid out by the worker. */
const MOST_NEWCOMERS = 150;
/** Ages in words ("Down 24 min") go on by themselves. */
const AGES_EVERY_MS = 20_000;

export class SceneKeeper {
  readonly positions: PositionsBook;
  readonly #listener: SceneListener;
  readonly #feed: NetworkFeed;
  readonly #end = new AbortController();
  readonly #stopChoices: () => void;
  readonly #agesTimer: number;
  #layoutRuns = false;

  constructor(listener: SceneListener) {
    this.#listener = listener;
    this.positions = new PositionsBook(
      () => this.rebuild(),
      (error) => listener.failed('The positions were not kept', error),
    );
    this.#feed = followNetwork({ networkChanged: () => this.#follow(), samplesChanged: listener.samplesChanged });
    this.#stopChoices = useMapChoices.subscribe((now, before) => {
      if (now.openedFolds !== before.openedFolds || now.sites !== before.sites) this.rebuild();
    });
    this.#agesTimer = window.setInterval(() => this.rebuild(), AGES_EVERY_MS);
    this.#follow();
  }

  close(): void {
    this.#end.abort();
    this.#feed.close();
    this.#stopChoices();
    window.clearInterval(this.#agesTimer);
  }

  sample(interfaceId: number): InterfaceLatest | undefined {
    return this.#feed.sample(interfaceId);
  }

  incidentDevice(incidentId: number): number | null {
    return this.#feed.now().incidents.find(({ id }) => id === incidentId)?.deviceId ?? null;
  }

  /** Lays out anew what nobody pinned. */
  async arrange(style: LayoutStyle): Promise<void> {
    const now = this.#feed.now();
    const pinned = now.devices.flatMap(({ id }) => {
      const position = this.positions.get(id);
      return position?.pinned === true ? [{ id, x: position.x, y: position.y }] : [];
    });
    const before = now.devices.flatMap(({ id }) => this.positions.get(id) ?? []).filter((position) => !position.pinned);
    const places = await this.#layout(now, style, pinned);
    if (places) this.positions.keep(places.map(unpinned), before);
  }

  rebuild(): void {
    const now = this.#feed.now();
    if (!now.ready || this.#end.signal.aborted) return;
    const { openedFolds, sites } = useMapChoices.getState();
    const positions = this.positions.all();
    const placed = now.devices.filter(({ id }) => positions.has(id));
    const scene = buildScene({
      devices: placed,
      links: now.links,
      positions,
      blastRoots: blastRoots(now.incidents),
      openedFolds,
      closedSites: closedSites(sitesClosedAtFirst(now.devices, now.links), sites),
      nowMs: Date.now(),
      measure: measureText,
    });
    this.#listener.sceneChanged(scene);
  }

  #follow(): void {
    const now = this.#feed.now();
    if (!now.ready) return;
    this.positions.setStored(now.positions);
    this.#placeMissing(now);
    this.rebuild();
  }

  #placeMissing(now: NetworkNow): void {
    const known = this.positions.all();
    const missing = now.devices.filter(({ id }) => !known.has(id)).map(({ id }) => id);
    if (missing.length === 0 || this.#layoutRuns) return;
    const present = new Map(now.devices.flatMap(({ id }) => known.get(id) ?? []).map((place) => [place.id, place]));
    if (present.size > 0 && missing.length <= MOST_NEWCOMERS) {
      this.positions.keep(placeNewNodes(missing, edgesOf(now), present).map(unpinned), null);
      return;
    }
    void this.#placeMany(now, [...present.values()]);
  }

  /** What stands already is held in its place like what is pinned. */
  async #placeMany(now: NetworkNow, present: readonly Position[]): Promise<void> {
    const held = present.map(({ id, x, y }) => ({ id, x, y }));
    const places = await this.#layout(now, 'role', held);
    if (!places) return;
    this.positions.keep(places.map(unpinned), null);
    this.#follow();
  }

  async #layout(
    now: NetworkNow,
    style: LayoutStyle,
    pinned: LayoutRequest['pinned'],
  ): Promise<readonly LayoutPlace[] | null> {
    const nodes = now.devices.map(({ id, kind, site }) => ({ id, kind, site }));
    this.#layoutRuns = true;
    this.#listener.layoutRuns(true);
    try {
      return await layoutInWorker({ style, nodes, edges: edgesOf(now), pinned }, this.#end.signal);
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

const unpinned = ({ id, x, y }: LayoutPlace): Position => ({ id, x: Math.round(x), y: Math.round(y), pinned: false });
