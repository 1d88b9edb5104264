import { IconFocusCentered, IconMinus, IconPlus } from '@tabler/icons-react';
import { useEffect, useRef, type PointerEvent, type ReactNode } from 'react';
import { Tooltip } from '../ui/Tooltip.tsx';
import type { MapController } from './live/map-controller.ts';
import { MINI_MAP, miniMapToWorld, paintMiniMap } from './paint/paint-mini-map.ts';
import styles from './MapControls.module.css';

/** Zoom buttons and the mini-map. */
export function MapControls({ controller }: { readonly controller: MapController }): ReactNode {
  const icon = { size: 16, stroke: 1.75, 'aria-hidden': true } as const;
  return (
    <div className={styles.controls}>
      <div className={styles.buttons} role="group" aria-label="Zoom">
        <ZoomButton label="Zoom in (+)" onClick={() => controller.zoomIn()}>
          <IconPlus {...icon} />
        </ZoomButton>
        <ZoomButton label="Zoom out (−)" onClick={() => controller.zoomOut()}>
          <IconMinus {...icon} />
        </ZoomButton>
        <ZoomButton label="Show the whole map (F)" onClick={() => controller.fit()}>
          <IconFocusCentered {...icon} />
        </ZoomButton>
      </div>
      <MiniMap controller={controller} />
    </div>
  );
}

interface ZoomButtonProps {
  readonly label: string;
  readonly onClick: () => void;
  readonly children: ReactNode;
}

function ZoomButton({ label, onClick, children }: ZoomButtonProps): ReactNode {
  return (
    <Tooltip text={label}>
      <button type="button" className={styles.button} aria-label={label} onClick={onClick}>
        {children}
      </button>
    </Tooltip>
  );
}

/** Where in the whole the window is; pressing or dragging goes there. Keys do the same on the map itself. */
function MiniMap({ controller }: { readonly controller: MapController }): ReactNode {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (!context) return undefined;
    return controller.onFrame((frame) => paintMiniMap(context, frame));
  }, [controller]);
  const goThere = (event: PointerEvent<HTMLCanvasElement>): void => {
    const { left, top } = event.currentTarget.getBoundingClientRect();
    const world = miniMapToWorld({ x: event.clientX - left, y: event.clientY - top }, controller.bounds());
    if (world) controller.camera.centreOn(world);
  };
  return (
    <canvas
      ref={canvas}
      className={styles.miniMap}
      width={MINI_MAP.width * MINI_MAP.sharpness}
      height={MINI_MAP.height * MINI_MAP.sharpness}
      aria-hidden
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        goThere(event);
      }}
      onPointerMove={(event) => event.buttons === 1 && goThere(event)}
    />
  );
}
