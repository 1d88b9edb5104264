/** Keeps the scene in step with the network, the positions and what a person opened or filtered. */
import type { InterfaceLatest } from '../../../shared/contract/series.ts';
import type { LayoutStyle } from '../layout/layout-types.ts';
import { usePlayhead } from '../../state/playhead.ts';
import { blastRoots } from '../scene/blasts.ts';
import { buildScene } from '../scene/build-scene.ts';
import { closedSites, sitesClosedAtFirst } from '../scene/closed-sites.ts';
import { filterDevices } from '../scene/filter-devices.ts';
import type { Scene } from '../scene/scene-types.ts';
import { useMapChoices } from './map-choices.ts';
import { followNetwork, type NetworkFeed, type NetworkNow } from './network-feed.ts';
import { PlaceKeeper } from './place-keeper.ts';
import { PositionsBook } from './positions-book.ts';
import { measureText } from './text-width.ts';

export interface SceneListener {
  readonly sceneChanged: (scene: Scene) => void;
  readonly samplesChanged: () => void;
  readonly layoutRuns: (running: boolean) => void;
  readonly failed: (what: string, error: unknown) => void;
}

/** Ages in words ("Down 24 min") go on by themselves. */
const AGES_EVERY_MS = 20_000;
/** Below this many devices the places of names cost nothing worth saving. */
const MANY_DEVICES = 800;

export class SceneKeeper {
  readonly positions: PositionsBook;
  readonly #listener: SceneListener;
  readonly #feed: NetworkFeed;
  readonly #places: PlaceKeeper;
  readonly #stopChoices: () => void;
  readonly #agesTimer: number;
  #closed = false;
  #readable = false;
  #followsSoon = false;

  constructor(listener: SceneListener) {
    this.#listener = listener;
    this.positions = new PositionsBook(
      () => this.rebuild(),
      (error) => listener.failed('The positions were not kept', error),
    );
    this.#places = new PlaceKeeper(this.positions, { ...listener, now: () => this.network() });
    this.#feed = followNetwork({ networkChanged: () => this.#followSoon(), samplesChanged: listener.samplesChanged });
    this.#stopChoices = useMapChoices.subscribe((now, before) => {
      const same = now.openedFolds === before.openedFolds && now.sites === before.sites && now.filter === before.filter;
      if (!same) this.rebuild();
    });
    this.#agesTimer = window.setInterval(() => this.rebuild(), AGES_EVERY_MS);
  }

  /** Whether names can be read at the zoom of now: on a large map they are given their places only then. */
  setReadable(readable: boolean): void {
    if (this.#readable === readable) return;
    this.#readable = readable;
    if (this.#feed.now().devices.length >= MANY_DEVICES) this.rebuild();
  }

  /** Makes the first scene, if the network is known already. */
  start(): void {
    this.#follow();
  }

  close(): void {
    this.#closed = true;
    this.#places.close();
    this.#feed.close();
    this.#stopChoices();
    window.clearInterval(this.#agesTimer);
  }

  network(): NetworkNow {
    return this.#feed.now();
  }

  sample(interfaceId: number): InterfaceLatest | undefined {
    return this.#feed.sample(interfaceId);
  }

  incidentDevice(incidentId: number): number | null {
    return this.#feed.now().incidents.find(({ id }) => id === incidentId)?.deviceId ?? null;
  }

  /** Lays out anew what nobody pinned: everything, or only these devices where they stand. */
  arrange(style: LayoutStyle, only: ReadonlySet<number> | null): Promise<void> {
    return this.#places.arrange(style, only);
  }

  rebuild(): void {
    const now = this.#feed.now();
    if (!now.ready || this.#closed) return;
    const { openedFolds, sites, filter } = useMapChoices.getState();
    const positions = this.positions.all();
    const closed = new Set(closedSites(sitesClosedAtFirst(now.devices, now.links), sites));
    // Who asks for one site wants to see into it.
    if (filter.site !== null) closed.delete(filter.site);
    const scene = buildScene({
      devices: filterDevices(now.devices, now.links, filter).filter(({ id }) => positions.has(id)),
      links: now.links,
      positions,
      blastRoots: blastRoots(now.incidents),
      openedFolds,
      closedSites: closed,
      nowMs: usePlayhead.getState().atMs ?? Date.now(),
      names: this.#readable || now.devices.length < MANY_DEVICES,
      measure: measureText,
    });
    this.#listener.sceneChanged(scene);
  }

  /** Several topics change in the same frame: one scene is made of them all. */
  #followSoon(): void {
    if (this.#followsSoon) return;
    this.#followsSoon = true;
    queueMicrotask(() => {
      this.#followsSoon = false;
      if (!this.#closed) this.#follow();
    });
  }

  #follow(): void {
    const now = this.#feed.now();
    if (!now.ready) return;
    this.positions.setStored(now.positions);
    this.#places.placeMissing(now);
    this.rebuild();
  }
}
