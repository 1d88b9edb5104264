import type { ReactNode } from 'react';

/** The time bar: controls, axis and incident lanes. The shell gives it the full width and 132 px of height. */
export function TimeBar(): ReactNode {
  return null;
}
