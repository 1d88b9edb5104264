import type { ReactNode } from 'react';
import { ViewBar } from '../shell/ViewBar.tsx';

/** The live map; fills the view and brings its own view bar. */
export function MapView(): ReactNode {
  return <ViewBar title="Map" />;
}
