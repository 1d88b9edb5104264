import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useConnection } from '../engine/connection.ts';
import { canvasContext, paletteOf } from '../graphs/canvas.ts';
import { CrosshairLine } from '../graphs/CrosshairLine.tsx';
import { useCanvasLook } from '../graphs/use-canvas-look.ts';
import { usePlayhead } from '../state/playhead.ts';
import { select, useSelection } from '../state/selection.ts';
import { useSize } from '../ui/use-size.ts';
import { movedEnd, zoomedSpan } from './bar-range.ts';
import { BarTooltip } from './BarTooltip.tsx';
import { spokenText } from './bar-words.ts';
import { barAt, barsByTime, type Bar } from './lane-bars.ts';
import { barKeys, nextBar } from './next-bar.ts';
import { AXIS_PX, LANE_PX, paintLanes } from './paint-lanes.ts';
import { useBarGestures, useBarWheel } from './use-bar-gestures.ts';
import { MomentSlider } from './MomentSlider.tsx';
import { useLanes } from './use-lanes.ts';
import styles from './TimeBar.module.css';

/** Read aloud and walked through by keys; more than this nobody walks through. */
const SPOKEN = 500;

/** Plus and minus zoom, Page Up and Page Down move by half a stretch. */
function zoomByKey(key: string, nowMs: number): boolean {
  const { spanMs, endMs, showSpan } = usePlayhead.getState();
  if (key === '+' || key === '=') showSpan(zoomedSpan(spanMs, 0.5));
  else if (key === '-') showSpan(zoomedSpan(spanMs, 2));
  else if (key === 'PageUp') showSpan(spanMs, movedEnd(endMs, -spanMs / 2, nowMs));
  else if (key === 'PageDown') showSpan(spanMs, movedEnd(endMs, spanMs / 2, nowMs));
  else return false;
  return true;
}
/** Below the last lane. */
const REST_PX = 3;

/** Axis and lanes: a canvas, and over it what can be focused, hovered and read aloud. */
export function IncidentLanes({ rows }: { readonly rows: number }): ReactNode {
  const [watch, size] = useSize();
  const canvas = useRef<HTMLCanvasElement>(null);
  const listId = useId();
  const look = useCanvasLook();
  const { lanes, bars, marks, scale, nowMs } = useLanes(size.width, rows);
  const playheadMs = usePlayhead((state) => state.atMs);
  const connected = useConnection().state === 'open';
  const selection = useSelection();
  const selectedId = selection?.kind === 'incident' ? selection.incidentId : null;
  const [hovered, setHovered] = useState<Bar | null>(null);
  const [keyedId, setKeyedId] = useState<number | null>(null);
  const [focused, setFocused] = useState(false);
  const gestures = useBarGestures(scale, nowMs);
  useBarWheel(canvas, scale, nowMs);
  const spoken = barsByTime(bars).slice(-SPOKEN);
  const current = spoken.find(({ incident }) => incident.id === (keyedId ?? selectedId)) ?? spoken.at(-1);
  const shown = hovered !== null ? bars.find(({ incident }) => incident.id === hovered.incident.id) : undefined;
  const height = AXIS_PX + 1 + rows * LANE_PX;

  useEffect(() => {
    if (canvas.current === null || size.width === 0) return;
    const context = canvasContext(canvas.current, size.width, height);
    if (context === null) return;
    const picture = {
      width: size.width,
      scale,
      lanes,
      rows,
      bars,
      marks,
      nowMs,
      playheadMs,
      hoveredId: hovered?.incident.id ?? null,
      selectedId,
      light: look.startsWith('light'),
      connected,
    };
    paintLanes(context, picture, paletteOf(look));
  }, [size.width, height, scale, lanes, rows, bars, marks, nowMs, playheadMs, hovered, selectedId, look, connected]);

  const barUnder = (x: number, y: number): Bar | null => barAt(bars, Math.floor((y - AXIS_PX - 1) / LANE_PX), x);
  const onKeyDown = (event: KeyboardEvent): void => {
    const key = barKeys.find((one) => one === event.key);
    if (key !== undefined) {
      setKeyedId((focused ? nextBar(bars, current?.incident.id ?? null, key) : current)?.incident.id ?? null);
    } else if ((event.key === 'Enter' || event.key === ' ') && current !== undefined) {
      select({ kind: 'incident', incidentId: current.incident.id });
      if (event.shiftKey) usePlayhead.getState().goToMoment(current.incident.openedAtMs);
    } else if (!zoomByKey(event.key, nowMs)) return;
    event.preventDefault();
  };
  const optionId = (bar: Bar): string => `${listId}${bar.incident.id}`;
  const tipped = shown ?? (focused ? current : undefined);
  return (
    <div
      ref={watch}
      className={styles.lanes}
      style={{ height }}
      data-over-bar={hovered !== null || undefined}
      {...gestures.handlers(barUnder, setHovered)}
    >
      <canvas ref={canvas} className={styles.canvas} aria-hidden />
      <CrosshairLine {...scale} top={AXIS_PX} bottom={0} />
      <MomentSlider left={scale.left} width={scale.width} fromMs={scale.fromMs} toMs={scale.toMs} />
      {spoken.length === 0 ? (
        <p className="only-for-readers">No incidents in the stretch of time shown.</p>
      ) : (
        <ul
          className={styles.list}
          role="listbox"
          aria-label="Incidents in the stretch of time shown"
          tabIndex={0}
          aria-activedescendant={current === undefined ? undefined : optionId(current)}
          onKeyDown={onKeyDown}
          onFocus={({ currentTarget }) => setFocused(currentTarget.matches(':focus-visible'))}
          onBlur={() => setFocused(false)}
        >
          {spoken.map((bar) => (
            <li
              key={bar.incident.id}
              id={optionId(bar)}
              role="option"
              aria-selected={bar.incident.id === selectedId}
              className="only-for-readers"
            >
              {spokenText(bar.incident, nowMs)}
            </li>
          ))}
        </ul>
      )}
      {gestures.range !== null && (
        <span
          className={styles.range}
          style={{ left: gestures.range.from, width: gestures.range.to - gestures.range.from }}
          aria-hidden
        />
      )}
      {focused && current !== undefined && (
        <span
          className={styles.ring}
          style={{
            left: current.from - 4,
            top: AXIS_PX + 1 + current.lane * LANE_PX - 1,
            width: current.to - current.from + 8,
            height: LANE_PX + 2,
          }}
          aria-hidden
        />
      )}
      {tipped !== undefined && (
        <BarTooltip
          bar={tipped}
          nowMs={nowMs}
          fromRight={size.width - tipped.from}
          fromBottom={(rows - tipped.lane) * LANE_PX + REST_PX}
        />
      )}
    </div>
  );
}
