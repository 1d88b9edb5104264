import type { ReactNode } from 'react';

export interface InterfaceGraphProps {
  readonly interfaceId: number;
  /** Height of the whole component in px; absent: fills its parent. */
  readonly height?: number | undefined;
}

/** Traffic of one interface over the time bar's stretch: out above zero, in below. */
export function InterfaceGraph(_props: InterfaceGraphProps): ReactNode {
  return null;
}
