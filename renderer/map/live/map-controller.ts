/**
 * The map's life outside of React: what it shows, where the pointer is, when it draws. One frame is drawn when something
 * changed and none otherwise, so a quiet network costs nothing.
 */
import { createStore, type StoreApi } from 'zustand/vanilla';
import { usePlayhead } from '../../state/playhead.ts';
import { goTo } from '../../state/route.ts';
import { select, useSelectionStore } from '../../state/selection.ts';
import { showToast } from '../../ui/Toast.tsx';
import { middleOf, type Rect } from '../geometry/plane.ts';
import { nearestNode, type Direction } from '../geometry/nearest-node.ts';
import type { LayoutStyle } from '../layout/layout-types.ts';
import type { Palette } from '../paint/palette.ts';
import type { NodeKey, Scene, SceneLink, SceneNode } from '../scene/scene-types.ts';
import { Camera } from './camera.ts';
import { FramePainter } from './frame-painter.ts';
import { hitTest } from './hit-test.ts';
import { useMapChoices } from './map-choices.ts';
import { inReadingOrder, listNodes, nothingShown, sameList, type MapShown } from './map-shown.ts';
import { NodeDrag } from './node-drag.ts';
import { SceneKeeper } from './scene-keeper.ts';
import { selectedOnMap } from './selection-on-map.ts';
import { Surface } from './surface.ts';
import { toWorld, type Viewport } from './viewport.ts';

/** The view as it was left, for when the map is opened again. */
let keptViewport: Viewport | null = null;

const ZOOM_STEP = 1.35;
/** World pixels. */
const NUDGES: Readonly<Record<Direction, readonly [dx: number, dy: number]>> = {
  left: [-16, 0],
  right: [16, 0],
  up: [0, -16],
  down: [0, 16],
};

export interface Frame {
  readonly scene: Scene;
  readonly viewport: Viewport;
  readonly camera: Camera;
  readonly palette: Palette;
}

export class MapController {
  readonly shown: StoreApi<MapShown> = createStore(() => nothingShown);
  readonly camera: Camera;
  readonly #surface: Surface;
  readonly #keeper: SceneKeeper;
  readonly #drag: NodeDrag;
  readonly #painter: FramePainter;
  readonly #frameListeners = new Set<(frame: Frame) => void>();
  readonly #stops: (() => void)[] = [];
  #scene: Scene | null = null;
  #hoveredNode: NodeKey | null = null;
  #hoveredLink: string | null = null;
  #selecting = false;

  constructor(element: HTMLElement, canvas: HTMLCanvasElement) {
    this.camera = new Camera(() => this.#surface.requestDraw(), keptViewport);
    this.#surface = new Surface(element, canvas, {
      draw: (context, nowMs) => this.#draw(context, nowMs),
      resized: (size) => {
        this.camera.setSize(size);
        if (!this.camera.touched) this.camera.fit(this.#scene?.bounds ?? null, false);
      },
      fontsCame: () => this.#keeper.rebuild(),
      press: (at) => this.#press(at),
      hover: (at) => this.#hover(at),
      click: (at, double) => this.#click(at, double),
      drag: (dx, dy) => this.#drag.move(dx / this.camera.viewport.zoom, dy / this.camera.viewport.zoom),
      dragEnd: (cancelled) => {
        this.#drag.end(cancelled);
        this.shown.setState({ hover: 'nothing' });
      },
      pan: (dx, dy) => this.camera.pan(dx, dy),
      zoom: (factor, at) => this.camera.zoom(factor, at),
    });
    this.#painter = new FramePainter({
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
    this.#drag = new NodeDrag(this.#keeper.positions);
    this.#stops.push(
      useSelectionStore.subscribe(() => this.#followSelection()),
      usePlayhead.subscribe(() => this.#surface.requestDraw()),
    );
  }

  close(): void {
    keptViewport = this.camera.touched ? this.camera.viewport : null;
    for (const stop of this.#stops) stop();
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

  /** Around everything on the map; null while there is nothing. */
  bounds(): Rect | null {
    return this.#scene?.bounds ?? null;
  }

  fit(): void {
    this.camera.fit(this.#scene?.bounds ?? null, true);
  }

  zoomIn(): void {
    this.camera.zoomStep(ZOOM_STEP);
  }

  zoomOut(): void {
    this.camera.zoomStep(1 / ZOOM_STEP);
  }

  async arrange(style: LayoutStyle): Promise<void> {
    await this.#keeper.arrange(style);
    this.fit();
  }

  undo(): boolean {
    return this.#keptInView(this.#keeper.positions.undo());
  }

  redo(): boolean {
    return this.#keptInView(this.#keeper.positions.redo());
  }

  /** After a step of undo: who has the whole map in view keeps it so. */
  #keptInView(moved: boolean): boolean {
    if (moved && !this.camera.touched) this.fit();
    return moved;
  }

  /** Puts the keyboard on the map: on what is selected, else on the first node. */
  enter(): void {
    if (this.shown.getState().focusedNode !== null || !this.#scene) return;
    const first = inReadingOrder(this.#scene.nodes.values())[0];
    this.#focus(this.#selectedNode() ?? first?.key ?? null);
  }

  leave(): void {
    this.#focus(null);
  }

  moveFocus(direction: Direction): void {
    const node = this.#focusedNode();
    if (!node || !this.#scene) {
      this.enter();
      return;
    }
    const next = nearestNode(node, this.#scene.nodes.values(), direction);
    if (!next) return;
    this.#focus(next.key);
    this.camera.show(next);
    if (next.kind === 'device') this.#selectNode(next);
  }

  /** Moves what the keyboard stands on by a step, for whoever cannot drag (WCAG 2.2, 2.5.7). */
  nudge(direction: Direction): void {
    const node = this.#focusedNode();
    if (!node) return;
    const [dx, dy] = NUDGES[direction];
    this.#drag.begin(node);
    this.#drag.move(dx, dy);
    this.#drag.end(false);
    this.camera.show({ x: node.x + dx, y: node.y + dy });
  }

  openFocused(): void {
    const node = this.#focusedNode();
    if (node) this.#open(node);
  }

  #draw(context: CanvasRenderingContext2D, nowMs: number): boolean {
    const scene = this.#scene;
    if (!scene) return false;
    const flying = this.camera.advance(nowMs);
    const { viewport } = this.camera;
    const goesOn = this.#painter.paint(context, nowMs, {
      scene,
      viewport,
      size: this.camera.size,
      hoveredNode: this.#hoveredNode,
      hoveredLink: this.#hoveredLink,
      focusedNode: this.shown.getState().focusedNode,
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
    const nodes = listNodes(scene);
    const last = this.shown.getState();
    this.shown.setState({
      ready: true,
      foldedDevices: scene.foldedDevices,
      openedFolds: scene.openedFolds.length,
      nodes: sameList(nodes, last.nodes) ? last.nodes : nodes,
      blasts: scene.blasts,
      focusedNode: last.focusedNode !== null && scene.nodes.has(last.focusedNode) ? last.focusedNode : null,
    });
    const first = before === null || before.nodes.size === 0;
    if (first && !this.camera.touched) this.camera.fit(scene.bounds, false);
    this.#surface.requestDraw();
  }

  #selectedNode(): NodeKey | null {
    if (!this.#scene) return null;
    return selectedOnMap(this.#scene, useSelectionStore.getState().selection, this.#deviceOfIncident).node;
  }

  /** What somebody selected elsewhere is brought into view. */
  #followSelection(): void {
    this.#surface.requestDraw();
    if (this.#selecting || !this.#scene) return;
    const { selection } = useSelectionStore.getState();
    const { node, link } = selectedOnMap(this.#scene, selection, this.#deviceOfIncident);
    const place = node === null ? undefined : this.#scene.nodes.get(node);
    if (place) this.camera.show(place);
    else if (link) this.camera.show(middleOf(link.line.from, link.line.to));
  }

  #selectHere(run: () => void): void {
    this.#selecting = true;
    run();
    this.#selecting = false;
  }

  #selectNode(node: SceneNode): void {
    const [deviceId] = node.deviceIds;
    if (deviceId !== undefined) this.#selectHere(() => select({ kind: 'device', deviceId }));
  }

  #focusedNode(): SceneNode | undefined {
    const { focusedNode } = this.shown.getState();
    return focusedNode === null ? undefined : this.#scene?.nodes.get(focusedNode);
  }

  #focus(focusedNode: NodeKey | null): void {
    this.shown.setState({ focusedNode });
    this.#surface.requestDraw();
  }

  #open(node: SceneNode): void {
    if (node.kind === 'fold') useMapChoices.getState().setFoldOpen(node.key, true);
    else if (node.kind === 'site') useMapChoices.getState().setSite(node.name, 'open');
    else for (const deviceId of node.deviceIds) goTo({ view: 'device', deviceId, tab: 'overview' });
  }

  #hitAt(at: { readonly x: number; readonly y: number }): ReturnType<typeof hitTest> {
    const { viewport } = this.camera;
    return this.#scene ? hitTest(this.#scene, toWorld(viewport, at), viewport.zoom) : null;
  }

  #press(at: { readonly x: number; readonly y: number }): boolean {
    const hit = this.#hitAt(at);
    this.#focus(null);
    if (hit?.kind !== 'node') return false;
    this.#drag.begin(hit.node);
    return true;
  }

  #hover(at: { readonly x: number; readonly y: number } | null): void {
    const hit = at ? this.#hitAt(at) : null;
    const node = hit?.kind === 'node' ? hit.node.key : null;
    const link = hit?.kind === 'link' ? hit.link.key : null;
    const hover = hit === null ? 'nothing' : hit.kind === 'link' ? 'link' : 'node';
    if (this.shown.getState().hover !== hover) this.shown.setState({ hover });
    if (node === this.#hoveredNode && link === this.#hoveredLink) return;
    this.#hoveredNode = node;
    this.#hoveredLink = link;
    this.#surface.requestDraw();
  }

  #click(at: { readonly x: number; readonly y: number }, double: boolean): void {
    const hit = this.#hitAt(at);
    switch (hit?.kind) {
      case undefined:
        this.#selectHere(() => select(null));
        return;
      case 'fold-button':
        useMapChoices.getState().setFoldOpen(hit.key, false);
        return;
      case 'site-title':
        useMapChoices.getState().setSite(hit.site, 'closed');
        return;
      case 'link':
        this.#clickLink(hit.link);
        return;
      case 'node':
        if (hit.node.kind === 'device' && !double) this.#selectNode(hit.node);
        else this.#open(hit.node);
    }
  }

  #clickLink(link: SceneLink): void {
    const [linkId] = link.linkIds;
    if (linkId !== undefined) this.#selectHere(() => select({ kind: 'link', linkId }));
  }
}
