import type { ReactNode } from 'react';

export interface LatencyGraphProps {
  readonly deviceId: number;
  /** Height of the whole component in px; absent: fills its parent. */
  readonly height?: number | undefined;
}

/** Answer time of one device over the time bar's stretch: median, spread, loss. */
export function LatencyGraph(_props: LatencyGraphProps): ReactNode {
  return null;
}
