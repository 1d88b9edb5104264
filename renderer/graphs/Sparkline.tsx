import type { ReactNode } from 'react';

export interface SparklineProps {
  /** Start of each point, milliseconds since 1970, ascending. */
  readonly atMs: readonly number[];
  /** One or two lines; a null is a gap and is never bridged. */
  readonly lines: readonly { readonly values: readonly (number | null)[]; readonly tone: 'out' | 'in' | 'neutral' }[];
  /** The stretch of time that the width stands for. */
  readonly fromMs: number;
  readonly toMs: number;
  readonly width: number;
  readonly height: number;
  /** What a screen reader says. */
  readonly label: string;
}

/** A graph inside a row or a tile: no axes, scaled to itself, drawn from what its parent read. */
export function Sparkline(_props: SparklineProps): ReactNode {
  return null;
}
