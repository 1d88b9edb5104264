import { useEffect, useId, useRef, type KeyboardEvent, type MouseEvent, type ReactNode, type RefObject } from 'react';
import { useStore } from 'zustand';
import { useKeySentence } from '../shell/key-text.ts';
import { BlastNotes } from './BlastNotes.tsx';
import type { MapController } from './live/map-controller.ts';
import { handleMapKey, opensMenu } from './live/map-keys.ts';
import { FilterChips, NothingLeft } from './FilterChips.tsx';
import { GroupBar } from './GroupBar.tsx';
import { HoverCard } from './HoverCard.tsx';
import { MapControls } from './MapControls.tsx';
import { MapFind } from './MapFind.tsx';
import { MapLegend } from './MapLegend.tsx';
import { MapMenu } from './MapMenu.tsx';
import { useMapController } from './use-map-controller.ts';
import styles from './MapView.module.css';

const OWN_KEYS = {
  'map.links': 'goes through the links of a device',
  filter: 'finds',
  'map.fit': 'shows the whole map',
  'map.zoom-in': 'zooms in',
  'map.zoom-out': 'zooms out',
} as const;

export interface MapStageProps {
  readonly onController: (controller: MapController | null) => void;
}

/** The canvas with what lies on it. All drawing happens outside of React, in the controller. */
export function MapStage({ onController }: MapStageProps): ReactNode {
  const { surface, canvas, controller } = useMapController(false);
  const home = useRef<HTMLDivElement>(null);
  useEffect(() => {
    onController(controller);
    return () => onController(null);
  }, [controller, onController]);
  return (
    <>
      {controller && <FilterChips controller={controller} />}
      <div className={styles.stage}>
        <div ref={surface} className={styles.surface}>
          <canvas ref={canvas} className={styles.canvas} aria-hidden />
          {controller && <MapKeyboard controller={controller} home={home} />}
        </div>
        {controller && (
          <>
            <BlastNotes controller={controller} />
            <NothingLeft controller={controller} />
            <div className={styles.tools}>
              <MapFind controller={controller} home={home} />
              <GroupBar controller={controller} />
            </div>
            <MapLegend />
            <MapControls controller={controller} />
            <HoverCard controller={controller} />
            <MapMenu controller={controller} home={home} />
          </>
        )}
      </div>
    </>
  );
}

interface MapKeyboardProps {
  readonly controller: MapController;
  readonly home: RefObject<HTMLDivElement | null>;
}

/** Takes the keys, and says in words what the canvas shows. Lies over the canvas but lets the pointer through. */
function MapKeyboard({ controller, home }: MapKeyboardProps): ReactNode {
  const id = useId();
  const nodes = useStore(controller.shown, (shown) => shown.nodes);
  const focused = useStore(controller.shown, (shown) => shown.focusedNode);
  const hover = useStore(controller.shown, (shown) => shown.hover);
  const index = nodes.findIndex(({ key }) => key === focused);
  const own = useKeySentence(OWN_KEYS);
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    if (opensMenu(event)) {
      const { left, top } = event.currentTarget.getBoundingClientRect();
      controller.menu.byKey({ x: left, y: top });
    } else if (!handleMapKey(controller, event)) return;
    event.preventDefault();
    event.stopPropagation();
  };
  const onContextMenu = (event: MouseEvent<HTMLElement>): void => {
    event.preventDefault();
    // The key for menus comes here too, after it was answered as a key.
    if (event.button !== 2) return;
    const { left, top } = event.currentTarget.getBoundingClientRect();
    const { clientX: x, clientY: y } = event;
    controller.menu.at({ x: x - left, y: y - top }, { x, y });
  };
  return (
    <div
      ref={home}
      className={styles.keyboard}
      data-hover={hover}
      role="application"
      aria-label="Map of the network"
      aria-describedby={`${id}-how`}
      aria-activedescendant={index < 0 ? undefined : `${id}-${index}`}
      tabIndex={0}
      onFocus={(event) => event.currentTarget.matches(':focus-visible') && controller.focus.enter()}
      onBlur={() => !controller.shown.getState().menu && controller.focus.leave()}
      onKeyDown={onKeyDown}
      onContextMenu={onContextMenu}
    >
      <p id={`${id}-how`} className="only-for-readers">
        Arrow keys move between devices, Enter opens, Shift F10 shows what can be done. Shift with arrows moves the
        device itself, Control with Space selects several. {own} Escape clears.
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
