/**
 * Pointer on the time bar. Over the axis: press and drag move the moment shown. Over the lanes: a click selects, a second
 * one goes to the beginning of the incident, dragging moves the stretch, dragging with Shift shows the part dragged over.
 * The wheel (and two fingers, which come as a wheel with Ctrl) zooms and moves it.
 */
import { useEffect, useRef, useState, type PointerEvent, type RefObject } from 'react';
import { usePlayhead } from '../state/playhead.ts';
import { select } from '../state/selection.ts';
import { movedEnd, spanOfRange, zoomedEnd, zoomedSpan } from './bar-range.ts';
import { momentOf, type Bar, type BarScale } from './lane-bars.ts';
import { AXIS_PX } from './paint-lanes.ts';

type BarUnder = (x: number, y: number) => Bar | null;
type DragKind = 'moment' | 'stretch' | 'range';

interface Drag {
  readonly kind: DragKind;
  readonly x: number;
  readonly endMs: number | null;
  moved: boolean;
}

interface LaneHandlers {
  readonly onPointerDown: (event: PointerEvent<HTMLElement>) => void;
  readonly onPointerMove: (event: PointerEvent<HTMLElement>) => void;
  readonly onPointerUp: (event: PointerEvent<HTMLElement>) => void;
  readonly onPointerCancel: () => void;
  readonly onPointerLeave: () => void;
  readonly onDoubleClick: (event: { readonly clientX: number; readonly clientY: number } & CurrentTarget) => void;
}

interface CurrentTarget {
  readonly currentTarget: HTMLElement;
}

/** Edges of the part that is being dragged over, in pixels. */
export interface DraggedRange {
  readonly from: number;
  readonly to: number;
}

export interface BarGestures {
  readonly handlers: (barUnder: BarUnder, setHovered: (bar: Bar | null) => void) => LaneHandlers;
  readonly range: DraggedRange | null;
}

const LEAST_DRAG_PX = 4;
const WHEEL_FACTOR = 1.2;
/** Two fingers on a touchpad send many small turns of a wheel. */
const PINCH_FACTOR = 1.06;

type Pointed = { readonly clientX: number; readonly clientY: number } & CurrentTarget;

/** Place of the pointer inside the element. */
function placeOf(event: Pointed): { readonly x: number; readonly y: number } {
  const box = event.currentTarget.getBoundingClientRect();
  return { x: event.clientX - box.left, y: event.clientY - box.top };
}

function zoomBy(factor: number, aboutX: number, scale: BarScale, nowMs: number): void {
  const { spanMs, endMs, showSpan } = usePlayhead.getState();
  const next = zoomedSpan(spanMs, factor);
  const shown = { fromMs: scale.fromMs, toMs: endMs ?? nowMs };
  const aboutMs = Math.min(momentOf(scale, aboutX), shown.toMs);
  showSpan(next, endMs === null && aboutMs > shown.toMs - spanMs * 0.2 ? null : zoomedEnd(shown, next, aboutMs, nowMs));
}

/** Sideways moves; up and down zooms about the moment under the pointer. */
function onWheel(event: WheelEvent, x: number, scale: BarScale, nowMs: number): void {
  const { spanMs, endMs, showSpan } = usePlayhead.getState();
  if (Math.abs(event.deltaX) > Math.abs(event.deltaY)) {
    const msPerPx = (scale.toMs - scale.fromMs) / scale.width;
    showSpan(spanMs, movedEnd(endMs, event.deltaX * msPerPx, nowMs));
    return;
  }
  const factor = event.ctrlKey ? PINCH_FACTOR : WHEEL_FACTOR;
  zoomBy(event.deltaY > 0 ? factor : 1 / factor, x, scale, nowMs);
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

function showMoment(scale: BarScale, x: number): void {
  const inside = Math.min(Math.max(x, scale.left), scale.left + scale.width);
  usePlayhead.getState().goToMoment(momentOf(scale, inside));
}

function showRange(scale: BarScale, { from, to }: DraggedRange, nowMs: number): void {
  const { spanMs, endMs } = spanOfRange(momentOf(scale, from), momentOf(scale, to), nowMs);
  usePlayhead.getState().showSpan(spanMs, endMs);
}

export function useBarGestures(scale: BarScale, nowMs: number): BarGestures {
  const drag = useRef<Drag | null>(null);
  const [range, setRange] = useState<DraggedRange | null>(null);
  const between = (held: Drag, x: number): DraggedRange => ({ from: Math.min(held.x, x), to: Math.max(held.x, x) });
  const handlers = (barUnder: BarUnder, setHovered: (bar: Bar | null) => void): LaneHandlers => ({
    onPointerDown: (event) => {
      if (event.button !== 0) return;
      const { x, y } = placeOf(event);
      const kind = y < AXIS_PX ? 'moment' : event.shiftKey ? 'range' : 'stretch';
      drag.current = { kind, x, endMs: usePlayhead.getState().endMs, moved: false };
      event.currentTarget.setPointerCapture(event.pointerId);
      if (kind === 'moment') {
        usePlayhead.getState().setPlaying(false);
        showMoment(scale, x);
      }
    },
    onPointerMove: (event) => {
      const { x, y } = placeOf(event);
      const held = drag.current;
      if (held === null) {
        setHovered(barUnder(x, y));
        return;
      }
      if (!held.moved && Math.abs(x - held.x) < LEAST_DRAG_PX) return;
      held.moved = true;
      if (held.kind === 'moment') showMoment(scale, x);
      else if (held.kind === 'range') setRange(between(held, x));
      else {
        const { spanMs, showSpan } = usePlayhead.getState();
        const byMs = ((held.x - x) * (scale.toMs - scale.fromMs)) / scale.width;
        showSpan(spanMs, movedEnd(held.endMs, byMs, nowMs));
      }
    },
    onPointerUp: (event) => {
      const held = drag.current;
      drag.current = null;
      setRange(null);
      if (held === null || held.kind === 'moment') return;
      const { x, y } = placeOf(event);
      if (held.moved) {
        if (held.kind === 'range') showRange(scale, between(held, x), nowMs);
        return;
      }
      const bar = barUnder(x, y);
      if (bar !== null) select({ kind: 'incident', incidentId: bar.incident.id });
    },
    onPointerCancel: () => {
      drag.current = null;
      setRange(null);
    },
    onPointerLeave: () => setHovered(null),
    onDoubleClick: (event) => {
      const { x, y } = placeOf(event);
      const bar = barUnder(x, y);
      if (bar !== null) usePlayhead.getState().goToMoment(bar.incident.openedAtMs);
    },
  });
  return { handlers, range };
}
