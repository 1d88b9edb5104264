import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import type { MapController } from './live/map-controller.ts';
import { useMapController } from './use-map-controller.ts';
import styles from './MapView.module.css';

/** The map for a wall: always all of it, nothing to press. */
export function WallMap(): ReactNode {
  const { surface, canvas, controller } = useMapController(true);
  return (
    <div className={styles.stage}>
      <div ref={surface} className={styles.surface}>
        <canvas ref={canvas} className={styles.canvas} aria-hidden />
      </div>
      {controller && <InWords controller={controller} />}
    </div>
  );
}

function InWords({ controller }: { readonly controller: MapController }): ReactNode {
  const nodes = useStore(controller.shown, (shown) => shown.nodes);
  return (
    <ul className="only-for-readers" aria-label="Devices on the map">
      {nodes.map((node) => (
        <li key={node.key}>{node.words}</li>
      ))}
    </ul>
  );
}
