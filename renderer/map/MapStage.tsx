import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useStore } from 'zustand';
import { useLook } from '../ui/token-colour.ts';
import { BlastNotes } from './BlastNotes.tsx';
import { MapController } from './live/map-controller.ts';
import { handleMapKey } from './live/map-keys.ts';
import { MapControls } from './MapControls.tsx';
import { MapLegend } from './MapLegend.tsx';
import styles from './MapView.module.css';

export interface MapStageProps {
  readonly onController: (controller: MapController | null) => void;
}

/** The canvas with what lies on it. All drawing happens outside of React, in the controller. */
export function MapStage({ onController }: MapStageProps): ReactNode {
  const surface = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const [controller, setController] = useState<MapController | null>(null);
  const look = useLook();
  useEffect(() => {
    if (!surface.current || !canvas.current) return undefined;
    const made = new MapController(surface.current, canvas.current);
    setController(made);
    onController(made);
    return () => {
      made.close();
      setController(null);
      onController(null);
    };
  }, [onController]);
  useEffect(() => controller?.lookChanged(look), [controller, look]);
  return (
    <div className={styles.stage}>
      <div ref={surface} className={styles.surface}>
        <canvas ref={canvas} className={styles.canvas} aria-hidden />
        {controller && <MapKeyboard controller={controller} />}
      </div>
      {controller && (
        <>
          <BlastNotes controller={controller} />
          <MapLegend />
          <MapControls controller={controller} />
        </>
      )}
    </div>
  );
}

/** Takes the keys, and says in words what the canvas shows. Lies over the canvas but lets the pointer through. */
function MapKeyboard({ controller }: { readonly controller: MapController }): ReactNode {
  const id = useId();
  const nodes = useStore(controller.shown, (shown) => shown.nodes);
  const focused = useStore(controller.shown, (shown) => shown.focusedNode);
  const hover = useStore(controller.shown, (shown) => shown.hover);
  const index = nodes.findIndex(({ key }) => key === focused);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!handleMapKey(controller, event)) return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div
      className={styles.keyboard}
      data-hover={hover}
      role="application"
      aria-label="Map of the network"
      aria-describedby={`${id}-how`}
      aria-activedescendant={index < 0 ? undefined : `${id}-${index}`}
      tabIndex={0}
      onFocus={(event) => event.currentTarget.matches(':focus-visible') && controller.enter()}
      onBlur={() => controller.leave()}
      onKeyDown={onKeyDown}
    >
      <p id={`${id}-how`} className="only-for-readers">
        Arrow keys move between devices, Shift with arrows moves the device itself, Enter opens, F shows the whole map,
        plus and minus zoom, Escape clears.
      </p>
      <ul className="only-for-readers" aria-label="Devices on the map">
        {nodes.map((node, i) => (
          <li key={node.key} id={`${id}-${i}`}>
            {node.words}
          </li>
        ))}
      </ul>
    </div>
  );
}
