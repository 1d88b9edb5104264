import { useEffect, useRef, type KeyboardEvent, type PointerEvent, type ReactNode } from 'react';
import { contains, type Point } from './geometry/plane.ts';
import type { MapController } from './live/map-controller.ts';
import { visibleRect } from './live/viewport.ts';
import { MINI_MAP, miniMapToWorld, paintMiniMap } from './paint/paint-mini-map.ts';
import styles from './MapControls.module.css';

/** Share of the window that a key moves it by. */
const STEP = 0.2;
const STEPS: Readonly<Record<string, readonly [x: number, y: number]>> = {
  ArrowLeft: [1, 0],
  ArrowRight: [-1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};

/** True when the key moved the window or changed its size. */
function handleKey(controller: MapController, key: string): boolean {
  const step = STEPS[key];
  const { camera } = controller;
  if (step) camera.pan(step[0] * camera.size.width * STEP, step[1] * camera.size.height * STEP);
  else if (key === '+' || key === '=') controller.zoomIn();
  else if (key === '-') controller.zoomOut();
  else if (key === 'Home' || key === 'f' || key === 'F') controller.fit();
  else return false;
  return true;
}

/** Where in the whole the window is. Its frame can be dragged; pressing beside it goes there; arrow keys move it. */
export function MiniMap({ controller }: { readonly controller: MapController }): ReactNode {
  const canvas = useRef<HTMLCanvasElement>(null);
  /** From where the pointer holds the frame to the frame's middle, in world pixels; null while it is not held. */
  const held = useRef<Point | null>(null);
  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (!context) return undefined;
    let last: readonly unknown[] = [];
    return controller.onFrame((frame) => {
      const now = [frame.scene, frame.viewport, frame.palette, frame.camera.size];
      const same = now.every((part, at) => part === last[at]);
      last = now;
      // While a fault pulses, frames differ in nothing that can be seen here.
      if (!same) paintMiniMap(context, frame);
    });
  }, [controller]);
  const worldAt = (event: PointerEvent<HTMLElement>): Point | null => {
    const { left, top } = event.currentTarget.getBoundingClientRect();
    return miniMapToWorld({ x: event.clientX - left, y: event.clientY - top }, controller.bounds());
  };
  const follow = (event: PointerEvent<HTMLElement>): void => {
    const world = worldAt(event);
    if (world && held.current) {
      controller.camera.centreOn({ x: world.x + held.current.x, y: world.y + held.current.y });
    }
  };
  const grasp = (event: PointerEvent<HTMLElement>): void => {
    const world = worldAt(event);
    if (!world || event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    const view = visibleRect(controller.camera.viewport, controller.camera.size);
    const middle = { x: (view.left + view.right) / 2, y: (view.top + view.bottom) / 2 };
    held.current = contains(view, world) ? { x: middle.x - world.x, y: middle.y - world.y } : { x: 0, y: 0 };
    follow(event);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || !handleKey(controller, event.key)) return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div
      className={styles.miniMap}
      role="application"
      aria-label="Overview of the map: arrow keys move the window, plus and minus zoom, Home shows all"
      tabIndex={0}
      onKeyDown={onKeyDown}
      onPointerDown={grasp}
      onPointerMove={follow}
      onPointerUp={() => {
        held.current = null;
      }}
      onPointerCancel={() => {
        held.current = null;
      }}
    >
      <canvas
        ref={canvas}
        width={MINI_MAP.width * MINI_MAP.sharpness}
        height={MINI_MAP.height * MINI_MAP.sharpness}
        aria-hidden
      />
    </div>
  );
}
