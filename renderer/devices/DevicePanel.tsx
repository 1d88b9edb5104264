import type { ReactNode } from 'react';

export function DevicePanel(_props: { readonly deviceId: number }): ReactNode {
  return null;
}
