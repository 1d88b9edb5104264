import type { ReactNode } from 'react';

export function InterfacePanel(_props: { readonly deviceId: number; readonly interfaceId: number }): ReactNode {
  return null;
}
