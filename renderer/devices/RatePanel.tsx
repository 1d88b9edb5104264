import type { ReactNode } from 'react';

export function RatePanel(_props: { readonly deviceId: number; readonly interfaceId: number }): ReactNode {
  return null;
}
