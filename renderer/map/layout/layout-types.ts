/** What a layout is asked and what it answers. Plain data: it goes to a worker and back. */
import type { Device } from '../../../shared/contract/devices.ts';

export interface LayoutNode {
  readonly id: number;
  readonly kind: Device['kind'];
  readonly site: string | null;
}

export interface LayoutEdge {
  readonly a: number;
  readonly b: number;
}

export interface LayoutPlace {
  readonly id: number;
  readonly x: number;
  readonly y: number;
}

export type LayoutStyle = 'role' | 'links';

export interface LayoutRequest {
  readonly style: LayoutStyle;
  readonly nodes: readonly LayoutNode[];
  readonly edges: readonly LayoutEdge[];
  /** Where people put devices: these stay. */
  readonly pinned: readonly LayoutPlace[];
}
