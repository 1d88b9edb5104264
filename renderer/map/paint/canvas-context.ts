/** What every painter gets. World coordinates: the context is scaled and moved already. */
import type { Point, Rect } from '../geometry/plane.ts';
import type { HalfInk } from '../scene/link-ink.ts';
import type { NodeKey, Scene, SceneLink } from '../scene/scene-types.ts';
import type { Palette } from './palette.ts';

/** Both halves of a link: what leaves end a, what leaves end b. */
export interface LinkInk {
  readonly a: HalfInk;
  readonly b: HalfInk;
  /** Bits a second that leave each end; null is unknown. */
  readonly aBps: number | null;
  readonly bBps: number | null;
}

/** Closes in on something that was asked for. */
export interface PaintedRing {
  readonly at: Point;
  /** Of the thing itself. */
  readonly radius: number;
  /** 0 to 1. */
  readonly progress: number;
}

/** What the pointer or the keyboard is at, and what is selected. */
export interface Highlights {
  readonly hoveredNode: NodeKey | null;
  readonly hoveredLink: string | null;
  readonly selectedNode: NodeKey | null;
  readonly selectedLink: string | null;
  /** Where the keyboard is; null while nobody uses it. */
  readonly focusedNode: NodeKey | null;
  /** Selected together. */
  readonly group: ReadonlySet<NodeKey>;
  /** What is being searched for. */
  readonly found: ReadonlySet<NodeKey>;
}

export interface PaintJob {
  readonly context: CanvasRenderingContext2D;
  readonly scene: Scene;
  readonly palette: Palette;
  readonly zoom: number;
  /** Visible part of the world. */
  readonly view: Rect;
  readonly highlights: Highlights;
  readonly inkOf: (link: SceneLink) => LinkInk;
  /** The box that a person draws out to select. */
  readonly drawnBox: Rect | null;
  /** The playhead is not at now. */
  readonly past: boolean;
}

export const LABEL_FONT = '500 12px "Inter Variable", system-ui, sans-serif';
export const DETAIL_FONT = '400 12px "Inter Variable", system-ui, sans-serif';
export const BADGE_FONT = '600 11px "Inter Variable", system-ui, sans-serif';
export const TITLE_FONT = '600 13px "Inter Variable", system-ui, sans-serif';
export const PORT_FONT = '400 11px "JetBrains Mono Variable", ui-monospace, monospace';

/** Below these zooms the parts are too small to read or to tell apart. */
export const LABELS_FROM = 0.58;
export const GLYPHS_FROM = 0.38;
export const SHAPES_FROM = 0.22;
