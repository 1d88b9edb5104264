/**
 * The map's life outside of React: joins what it shows, where the pointer and the keyboard are, and when it draws. One frame
 * is drawn when something changed and none otherwise, so a quiet network costs nothing.
 */
import { createStore, type StoreApi } from 'zustand/vanilla';
import { usePlayhead } from '../../state/playhead.ts';
import { useSelectionStore } from '../../state/selection.ts';
import { showToast } from '../../ui/Toast.tsx';
import { middleOf, type Rect } from '../geometry/plane.ts';
import type { LayoutStyle } from '../layout/layout-types.ts';
import { LABELS_FROM } from '../paint/canvas-context.ts';
import type { Palette } from '../paint/palette.ts';
import type { Scene, SceneLink, SceneNode } from '../scene/scene-types.ts';
import { Camera } from './camera.ts';
import { fitInset } from './fit-inset.ts';
import { FramePainter } from './frame-painter.ts';
import type { LinkFlow } from './link-use.ts';
import { useMapChoices } from './map-choices.ts';
import type { MapContext } from './map-context.ts';
import { MapFlight } from './map-flight.ts';
import { MapFocus } from './map-focus.ts';
import { MapMoves } from './map-moves.ts';
import { MapPointer } from './map-pointer.ts';
import { nothingShown, shownOfScene, type MapShown } from './map-shown.ts';
import { MenuOpener } from './menu-opener.ts';
import type { NetworkNow } from './network-feed.ts';
import { NodeGroup } from './node-group.ts';
import { Rings } from './rings.ts';
import { SceneKeeper } from './scene-keeper.ts';
import { isSelectingHere } from './select-here.ts';
import { selectedOnMap, type SelectedOnMap } from './selection-on-map.ts';
import { Surface } from './surface.ts';
import type { Viewport } from './viewport.ts';

/** The view as it was left, for when the map is opened again. */
let keptViewport: Viewport | null = null;

const ZOOM_STEP = 1.35;

export interface Frame {
  readonly scene: Scene;
  readonly viewport: Viewport;
  readonly camera: Camera;
  readonly palette: Palette;
}

export interface MapOptions {
  /** Nobody is at it (a wall): the whole map is always in view, however small it is, and its view is not kept. */
  readonly unattended?: boolean | undefined;
}

/** Read from across the room: as large as the screen lets it be. */
const ON_WALL = { mostZoom: 2.2, middled: true } as const;

export class MapController {
  readonly shown: StoreApi<MapShown> = createStore(() => nothingShown);
  readonly camera: Camera;
  readonly focus: MapFocus;
  readonly group: NodeGroup;
  readonly moves: MapMoves;
  readonly menu: MenuOpener;
  readonly #pointer: MapPointer;
  readonly #flight: MapFlight;
  readonly #surface: Surface;
  readonly #keeper: SceneKeeper;
  readonly #painter: FramePainter;
  readonly #unattended: boolean;
  readonly #frameListeners = new Set<(frame: Frame) => void>();
  readonly #stops: (() => void)[] = [];
  #scene: Scene | null = null;

  constructor(element: HTMLElement, canvas: HTMLCanvasElement, { unattended = false }: MapOptions = {}) {
    this.#unattended = unattended;
    const redraw = (): void => this.#surface.requestDraw();
    const rings = new Rings();
    this.camera = new Camera(redraw, unattended ? null : keptViewport, unattended ? ON_WALL : undefined);
    this.#painter = new FramePainter({
      rings,
      sample: (interfaceId) => this.#keeper.sample(interfaceId),
      deviceOfIncident: this.#deviceOfIncident,
    });
    this.#keeper = new SceneKeeper({
      sceneChanged: (scene) => this.#setScene(scene),
      samplesChanged: () => {
        this.#painter.samplesChanged();
        this.#surface.requestDraw();
      },
      layoutRuns: (layoutRuns) => this.shown.setState({ layoutRuns }),
      failed: (title, error) => showToast({ title, detail: String(error), tone: 'failed' }),
    });
    const map: MapContext = {
      shown: this.shown,
      camera: this.camera,
      positions: this.#keeper.positions,
      scene: () => this.#scene,
      redraw,
      selectedNode: () => this.#selectedNode(),
    };
    this.focus = new MapFocus(map);
    this.group = new NodeGroup(map);
    this.moves = new MapMoves(map, () => this.fit());
    this.#pointer = new MapPointer(map, this.group, this.moves);
    this.menu = new MenuOpener(map, {
      pointer: this.#pointer,
      group: this.group,
      focus: this.focus,
      selected: () => this.selected(),
    });
    this.#flight = new MapFlight(map, rings);
    this.#surface = new Surface(
      { element, canvas, gestures: unattended ? null : this.#pointer },
      {
        draw: (context, nowMs) => this.#draw(context, nowMs),
        resized: (size) => {
          this.camera.setSize(size);
          if (!this.camera.touched) this.#fit(false);
          this.#flight.follow();
        },
        fontsCame: () => {
          this.#painter.lookChanged();
          this.#keeper.rebuild();
        },
      },
    );
    this.#stops.push(
      useSelectionStore.subscribe(() => this.#followSelection()),
      usePlayhead.subscribe(redraw),
      useMapChoices.subscribe((now, before) => {
        if (now.colouring === before.colouring) return;
        this.#painter.colouringChanged();
        redraw();
      }),
    );
    this.#keeper.start();
  }

  close(): void {
    if (!this.#unattended) keptViewport = this.camera.touched ? this.camera.viewport : null;
    for (const stop of this.#stops) stop();
    this.#flight.close();
    this.#keeper.close();
    this.#surface.close();
  }

  /** Called after each drawn frame with what was drawn. */
  onFrame(listener: (frame: Frame) => void): () => void {
    this.#frameListeners.add(listener);
    this.#surface.requestDraw();
    return () => this.#frameListeners.delete(listener);
  }

  /** The tokens have other values now. */
  lookChanged(_look: string): void {
    this.#painter.lookChanged();
    this.#surface.requestDraw();
  }

  redraw(): void {
    this.#surface.requestDraw();
  }

  /** Null until the network is known. */
  get scene(): Scene | null {
    return this.#scene;
  }

  network(): NetworkNow {
    return this.#keeper.network();
  }

  flowOf(link: SceneLink): LinkFlow {
    return this.#painter.flowOf(link);
  }

  /** Around everything on the map; null while there is nothing. */
  bounds(): Rect | null {
    return this.#scene?.bounds ?? null;
  }

  fit(): void {
    this.#fit(true);
  }

  #fit(eased: boolean): void {
    const { camera } = this;
    const { legendFolded } = useMapChoices.getState();
    const inset = this.#unattended || !this.#scene ? 0 : fitInset(this.#scene, camera.size, legendFolded === true);
    camera.fit(this.bounds(), eased, inset);
  }

  zoomIn(): void {
    this.camera.zoomStep(ZOOM_STEP);
  }

  zoomOut(): void {
    this.camera.zoomStep(1 / ZOOM_STEP);
  }

  /** Lays out everything, and shows it. */
  async arrange(style: LayoutStyle): Promise<void> {
    if (!this.moves.mayMove()) return;
    await this.#keeper.arrange(style, null);
    this.fit();
  }

  /** Lays out only these, where they stand. */
  async arrangeHere(deviceIds: readonly number[]): Promise<void> {
    if (this.moves.mayMove()) await this.#keeper.arrange('role', new Set(deviceIds));
  }

  /** Gives up a drag or box under way; false when there was none. */
  cancelGesture(): boolean {
    return this.#surface.cancelGesture();
  }

  selected(): SelectedOnMap {
    if (!this.#scene) return { node: null, link: null };
    return selectedOnMap(this.#scene, useSelectionStore.getState().selection, this.#deviceOfIncident);
  }

  #draw(context: CanvasRenderingContext2D, nowMs: number): boolean {
    const scene = this.#scene;
    if (!scene) return false;
    const flying = this.camera.advance(nowMs);
    const { viewport } = this.camera;
    if (!flying) this.#keeper.setReadable(viewport.zoom >= LABELS_FROM);
    const { hovered, focusedNode, group, found } = this.shown.getState();
    const goesOn = this.#painter.paint(context, nowMs, {
      scene,
      viewport,
      size: this.camera.size,
      hoveredNode: hovered?.kind === 'node' ? hovered.key : null,
      hoveredLink: hovered?.kind === 'link' ? hovered.key : null,
      focusedNode,
      group,
      found,
      drawnBox: this.#pointer.drawnBox,
    });
    for (const listener of this.#frameListeners) {
      listener({ scene, viewport, camera: this.camera, palette: this.#painter.palette });
    }
    return flying || goesOn;
  }

  readonly #deviceOfIncident = (incidentId: number): number | null => this.#keeper.incidentDevice(incidentId);

  #setScene(scene: Scene): void {
    const before = this.#scene;
    this.#scene = scene;
    this.#painter.sceneChanged(before, scene);
    this.shown.setState((last) => shownOfScene(scene, last));
    this.#keepInView(before, scene);
    this.#flight.follow();
    this.#surface.requestDraw();
  }

  /** As long as nobody touched the camera, what arrives is brought into view; a mere move of a device is not followed. */
  #keepInView(before: Scene | null, scene: Scene): void {
    if (this.camera.touched || !scene.bounds) return;
    const isFirst = before === null || before.nodes.size === 0;
    const others = isFirst || this.#unattended || before.nodes.size !== scene.nodes.size;
    if (!others) return;
    if (isFirst) this.#fit(false);
    else if (this.#unattended || !this.camera.holds(scene.bounds)) this.#fit(true);
  }

  #selectedNode(): SceneNode | null {
    const { node } = this.selected();
    return node === null ? null : (this.#scene?.nodes.get(node) ?? null);
  }

  /** What somebody selected elsewhere is brought into view. */
  #followSelection(): void {
    this.#surface.requestDraw();
    if (isSelectingHere() || this.#unattended) return;
    const { link } = this.selected();
    const place = this.#selectedNode();
    if (place) this.camera.show(place);
    else if (link) this.camera.show(middleOf(link.line.from, link.line.to));
  }
}
