/** Pointer on the lanes: hover, click selects, dragging moves the stretch, the wheel zooms and moves it. */
import { useEffect, useRef, type PointerEvent, type RefObject } from 'react';
import { usePlayhead } from '../state/playhead.ts';
import { select } from '../state/selection.ts';
import { movedEnd, zoomedEnd, zoomedSpan } from './bar-range.ts';
import { momentOf, type Bar, type BarScale } from './lane-bars.ts';

type BarUnder = (x: number, y: number) => Bar | null;

interface Drag {
  readonly x: number;
  readonly endMs: number | null;
  moved: boolean;
}

interface LaneHandlers {
  readonly onPointerDown: (event: PointerEvent<HTMLElement>) => void;
  readonly onPointerMove: (event: PointerEvent<HTMLElement>) => void;
  readonly onPointerUp: (event: PointerEvent<HTMLElement>) => void;
  readonly onPointerLeave: () => void;
}

export interface BarGestures {
  readonly handlers: (barUnder: BarUnder, setHovered: (bar: Bar | null) => void) => LaneHandlers;
}

const LEAST_DRAG_PX = 4;
const WHEEL_FACTOR = 1.2;

/** Place of the pointer inside the element. */
function placeOf(event: PointerEvent<HTMLElement>): { readonly x: number; readonly y: number } {
  const box = event.currentTarget.getBoundingClientRect();
  return { x: event.clientX - box.left, y: event.clientY - box.top };
}

/** Sideways moves; up and down zooms about the moment under the pointer. */
function onWheel(event: WheelEvent, x: number, scale: BarScale, nowMs: number): void {
  const { spanMs, endMs, showSpan } = usePlayhead.getState();
  const msPerPx = (scale.toMs - scale.fromMs) / scale.width;
  if (Math.abs(event.deltaX) > Math.abs(event.deltaY)) {
    showSpan(spanMs, movedEnd(endMs, event.deltaX * msPerPx, nowMs));
    return;
  }
  const next = zoomedSpan(spanMs, event.deltaY > 0 ? WHEEL_FACTOR : 1 / WHEEL_FACTOR);
  const shown = { fromMs: scale.fromMs, toMs: endMs ?? nowMs };
  const aboutMs = Math.min(momentOf(scale, x), shown.toMs);
  showSpan(next, endMs === null && aboutMs > shown.toMs - spanMs * 0.2 ? null : zoomedEnd(shown, next, aboutMs, nowMs));
}

/** The wheel over the canvas and what lies on it. Not passive: the page must not scroll meanwhile. */
export function useBarWheel(canvas: RefObject<HTMLElement | null>, scale: BarScale, nowMs: number): void {
  const newest = useRef({ scale, nowMs });
  useEffect(() => {
    newest.current = { scale, nowMs };
  });
  useEffect(() => {
    const target = canvas.current?.parentElement ?? null;
    if (target === null) return undefined;
    const listen = (event: WheelEvent): void => {
      event.preventDefault();
      const { left } = target.getBoundingClientRect();
      onWheel(event, event.clientX - left, newest.current.scale, newest.current.nowMs);
    };
    target.addEventListener('wheel', listen, { passive: false });
    return () => target.removeEventListener('wheel', listen);
  }, [canvas]);
}

export function useBarGestures(scale: BarScale, nowMs: number): BarGestures {
  const drag = useRef<Drag | null>(null);
  const handlers = (barUnder: BarUnder, setHovered: (bar: Bar | null) => void): LaneHandlers => ({
    onPointerDown: (event) => {
      if (event.button !== 0) return;
      drag.current = { x: event.clientX, endMs: usePlayhead.getState().endMs, moved: false };
      event.currentTarget.setPointerCapture(event.pointerId);
    },
    onPointerMove: (event) => {
      const { x, y } = placeOf(event);
      const held = drag.current;
      if (held === null) {
        setHovered(barUnder(x, y));
        return;
      }
      const by = event.clientX - held.x;
      if (!held.moved && Math.abs(by) < LEAST_DRAG_PX) return;
      held.moved = true;
      const { spanMs, showSpan } = usePlayhead.getState();
      showSpan(spanMs, movedEnd(held.endMs, (-by * (scale.toMs - scale.fromMs)) / scale.width, nowMs));
    },
    onPointerUp: (event) => {
      const held = drag.current;
      drag.current = null;
      if (held === null || held.moved) return;
      const { x, y } = placeOf(event);
      const bar = barUnder(x, y);
      if (bar !== null) select({ kind: 'incident', incidentId: bar.incident.id });
    },
    onPointerLeave: () => setHovered(null),
  });
  return { handlers };
}
