/** What a graph shows, ready to be drawn: gathered by the views, laid out by pure functions, painted by the plot. */
import type { AxisUnit } from './axis-units.ts';
import type { Span } from './gap-spans.ts';
import type { GraphMark } from './graph-marks.ts';
import type { ValueAxis } from './value-axis.ts';

export type Column = readonly (number | null)[];

/** A dashed level with its number: the 95th percentile, a limit. */
export interface GraphLevel {
  /** As drawn: negative for what lies below zero. */
  readonly value: number;
  readonly text: string;
  readonly tone: 'out' | 'in' | 'neutral' | 'minorText' | 'criticalText';
}

/** The same graph of an earlier time, moved onto this one. */
export interface GraphGhost {
  /** Moved by the shift. */
  readonly atMs: readonly number[];
  /** As drawn. */
  readonly columns: readonly Column[];
}

/** One part of a stack, between what lies under it and what it adds. As drawn. */
export interface StackArea {
  readonly low: Column;
  readonly high: Column;
  readonly tone: 'out' | 'in';
  readonly alpha: number;
}

export interface GraphModel {
  readonly fromMs: number;
  readonly toMs: number;
  readonly stepMs: number;
  readonly atMs: readonly number[];
  /** One column for each series of the graph's style, as drawn: what goes in is negative. */
  readonly columns: readonly Column[];
  readonly axis: ValueAxis;
  readonly unit: AxisUnit;
  readonly gaps: readonly Span[];
  /** Columns whose value cannot be right: hatched, and not what the axis is scaled by. */
  readonly suspects: readonly Span[];
  readonly levels: readonly GraphLevel[];
  readonly marks: readonly GraphMark[];
  /** Percent of probes lost, for triangles under the axis; empty where it is not measured. */
  readonly loss: Column;
  readonly ghost: GraphGhost | null;
  readonly areas: readonly StackArea[];
}

/** What most graphs do not have. */
export const bareModel = {
  suspects: [],
  levels: [],
  marks: [],
  loss: [],
  ghost: null,
  areas: [],
} as const satisfies Partial<GraphModel>;

export const nothing: Column = [];

/** As drawn below zero. */
export const negative = (values: Column): Column => values.map((value) => (value === null ? null : -value));

/** The highest known value, at least 0. */
export function peakOf(values: Column, leftOut: (index: number) => boolean = () => false): number {
  let highest = 0;
  values.forEach((value, index) => {
    if (value !== null && value > highest && !leftOut(index)) highest = value;
  });
  return highest;
}

/** Place of the plot in its canvas in CSS pixels, with the two scales. */
export interface PlotBox {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly x: (atMs: number) => number;
  readonly y: (value: number) => number;
}
