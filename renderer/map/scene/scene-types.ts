/** What stands on the map: made from devices, links and positions by pure functions, drawn by paint/. */
import type { Device } from '../../../shared/contract/devices.ts';
import type { Link, Position } from '../../../shared/contract/topology.ts';
import type { DeviceGlyph } from '../../ui/device-glyphs.ts';
import type { StateName } from '../../ui/state-marks.ts';
import type { Line, Point, Rect } from '../geometry/plane.ts';
import type { GridIndex } from '../geometry/rect-index.ts';
import type { PlacedLabel } from '../geometry/place-labels.ts';
import type { Outline } from '../geometry/link-line.ts';

export type NodeKey = string;

export const deviceKey = (deviceId: number): NodeKey => `device ${deviceId}`;
export const siteKey = (site: string): NodeKey => `site ${site}`;

export interface StateCount {
  readonly state: StateName;
  readonly count: number;
}

/** One device, a stack of folded leaves, or the card of a closed site. */
export interface SceneNode extends Outline {
  readonly key: NodeKey;
  readonly kind: 'device' | 'fold' | 'site';
  readonly deviceIds: readonly number[];
  readonly glyph: DeviceGlyph;
  /** Decides frame and mark: of a group what most are, so that `worst` can stand beside it. */
  readonly state: StateName;
  /** On a group: the worst state of its members when that is not `state`. */
  readonly worst: StateName | null;
  /** Dashed: heard of but not polled, or outside. */
  readonly ghost: boolean;
  readonly name: string;
  readonly detail: string | null;
  /** Colours the detail; null is quiet. */
  readonly detailState: StateName | null;
  readonly counts: readonly StateCount[];
  readonly pinned: boolean;
}

/** One end of a drawn link; a group of links has several interfaces. */
export interface SceneEnd {
  readonly node: NodeKey;
  readonly interfaceIds: readonly number[];
  readonly port: string | null;
}

export type LinkLook = 'use' | 'down' | 'unreachable' | 'ageing' | 'inferred';

export interface SceneLink {
  readonly key: string;
  /** More than one where links of a group are drawn as one. */
  readonly linkIds: readonly number[];
  readonly a: SceneEnd;
  readonly b: SceneEnd;
  readonly line: Line;
  readonly width: number;
  readonly look: LinkLook;
  readonly manual: boolean;
  /** The ends whose device does not hear the other. */
  readonly silentEnds: 'none' | 'a' | 'b';
  readonly flapping: boolean;
  /** The worst of those drawn as one. */
  readonly state: StateName;
  readonly speedBps: number | null;
  readonly confidence: Link['confidence'];
}

export interface SiteBox {
  readonly site: string;
  readonly rect: Rect;
  readonly counts: readonly StateCount[];
}

/** Members of an opened fold, and where the button stands that folds them again. */
export interface OpenedFold {
  readonly key: NodeKey;
  readonly rect: Rect;
  readonly button: Rect;
  readonly members: ReadonlySet<number>;
}

/** What an incident took with it. */
export interface Blast {
  readonly incidentId: number;
  readonly outline: readonly Point[];
  /** Where its sentence points at. */
  readonly foot: Point;
  readonly rootName: string;
  readonly affected: number;
  readonly openedAtMs: number;
}

export interface Scene {
  readonly nodes: ReadonlyMap<NodeKey, SceneNode>;
  readonly links: readonly SceneLink[];
  readonly sites: readonly SiteBox[];
  readonly openedFolds: readonly OpenedFold[];
  readonly blasts: readonly Blast[];
  readonly labels: ReadonlyMap<NodeKey, PlacedLabel>;
  /** Where those labels are, to find a place beside them. */
  readonly labelIndex: GridIndex<Rect>;
  /** The node that shows a device. */
  readonly nodeOf: ReadonlyMap<number, NodeKey>;
  readonly bounds: Rect | null;
  readonly foldedDevices: number;
}

export interface SceneInput {
  readonly devices: readonly Device[];
  readonly links: readonly Link[];
  readonly positions: ReadonlyMap<number, Position>;
  readonly blastRoots: readonly BlastRoot[];
  readonly openedFolds: ReadonlySet<NodeKey>;
  readonly closedSites: ReadonlySet<string>;
  readonly nowMs: number;
  /** False: names cannot be read at this zoom, so nothing is spent on places where they cover nothing. */
  readonly names: boolean;
  /** Width of a text of 12 px in pixels. */
  readonly measure: (text: string) => number;
}

/** Of an open incident: the device at its root and those behind it. */
export interface BlastRoot {
  readonly incidentId: number;
  readonly deviceId: number;
  readonly affected: readonly number[];
  readonly openedAtMs: number;
}
