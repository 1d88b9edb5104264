import type { ReactNode } from 'react';

export function IncidentPanel(_props: { readonly incidentId: number }): ReactNode {
  return null;
}
