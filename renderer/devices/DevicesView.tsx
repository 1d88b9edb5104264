import type { ReactNode } from 'react';

export function DevicesView(): ReactNode {
  return null;
}
