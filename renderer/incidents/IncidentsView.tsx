import type { ReactNode } from 'react';

export function IncidentsView(): ReactNode {
  return null;
}
