import type { ReactNode } from 'react';

export function DeviceView(_props: { readonly deviceId: number; readonly tab: string }): ReactNode {
  return null;
}
