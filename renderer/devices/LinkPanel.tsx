import type { ReactNode } from 'react';

export function LinkPanel(_props: { readonly linkId: number }): ReactNode {
  return null;
}
