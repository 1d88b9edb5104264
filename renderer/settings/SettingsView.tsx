import type { ReactNode } from 'react';

export function SettingsView(_props: { readonly section: string }): ReactNode {
  return null;
}
