import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import type { Size } from '../ui/use-size.ts';
import { paletteOf } from './canvas.ts';
import { GraphTooltip, type TooltipRow } from './GraphTooltip.tsx';
import type { GraphModel } from './graph-model.ts';
import { openPlot, type Plot } from './open-plot.ts';
import type { PlotMeasures } from './plot-axes.ts';
import type { PlotStyle } from './plot-style.ts';
import { useCanvasLook } from './use-canvas-look.ts';
import type { Zoom } from './use-zoom.ts';
import styles from './Graph.module.css';

export interface GraphPlotProps {
  readonly style: PlotStyle;
  readonly measures: PlotMeasures;
  readonly model: GraphModel;
  readonly zoom: Zoom;
  readonly size: Size;
  /** What it shows, for screen readers. */
  readonly label: string;
  /** Exact values of one point. */
  readonly rows: (index: number) => readonly TooltipRow[];
}

interface Hover {
  readonly index: number;
  readonly left: number;
}

const ZOOM_STEP = 0.5;
const MOVE_SHARE = 0.25;
const HINT = 'Arrows read values, plus and minus zoom, Shift with arrows moves, 0 shows all.';

/** The drawing itself with crosshair, tooltip and zoom; by pointer and by keys. */
export function GraphPlot(props: GraphPlotProps): ReactNode {
  const { style, measures, model, zoom, size, label, rows } = props;
  const host = useRef<HTMLDivElement>(null);
  const plot = useRef<Plot | null>(null);
  const [hover, setHover] = useState<Hover | null>(null);
  const palette = paletteOf(useCanvasLook());
  const newest = useRef({ model, zoom, palette, size });
  const ready = size.width > 0 && size.height > 0;

  useEffect(() => {
    newest.current = { model, zoom, palette, size };
  });
  useEffect(() => {
    if (host.current === null || !ready) return undefined;
    const opened = openPlot({
      host: host.current,
      style,
      measures,
      model: newest.current.model,
      palette: newest.current.palette,
      ...newest.current.size,
      events: {
        onHover: setHover,
        onDrag: (fromMs, toMs) => newest.current.zoom.drag(fromMs, toMs),
        onReset: () => newest.current.zoom.reset(),
      },
    });
    plot.current = opened;
    return () => {
      opened.close();
      plot.current = null;
    };
  }, [ready, style, measures]);
  useEffect(() => plot.current?.show(model, palette), [model, palette]);
  useEffect(() => plot.current?.resize(size.width, size.height), [size.width, size.height]);

  const point = (index: number): void => {
    const at = model.atMs[index];
    if (at === undefined) return;
    if (at < model.fromMs || at > model.toMs) zoom.move(at < model.fromMs ? -MOVE_SHARE : MOVE_SHARE);
    else plot.current?.pointAt(at);
  };
  const middleMs = (): number =>
    (hover === null ? undefined : model.atMs[hover.index]) ?? (model.fromMs + model.toMs) / 2;
  const keys: Readonly<Record<string, () => void>> = {
    '+': () => zoom.by(ZOOM_STEP, middleMs()),
    '=': () => zoom.by(ZOOM_STEP, middleMs()),
    '-': () => zoom.by(1 / ZOOM_STEP, middleMs()),
    '0': zoom.reset,
    ArrowLeft: () => point(hover === null ? model.atMs.length - 1 : hover.index - 1),
    ArrowRight: () => point(hover === null ? 0 : hover.index + 1),
    'Shift+ArrowLeft': () => zoom.move(-MOVE_SHARE),
    'Shift+ArrowRight': () => zoom.move(MOVE_SHARE),
    Home: () => point(0),
    End: () => point(model.atMs.length - 1),
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const key = event.shiftKey && event.key.startsWith('Arrow') ? `Shift+${event.key}` : event.key;
    const run = key === 'Escape' && hover !== null ? () => plot.current?.pointAt(null) : keys[key];
    if (run === undefined) return;
    event.preventDefault();
    run();
  };
  const at = hover === null ? undefined : model.atMs[hover.index];
  return (
    <>
      <div
        ref={host}
        className={styles.canvas}
        role="application"
        aria-roledescription="graph"
        aria-label={`${label} ${HINT}`}
        tabIndex={0}
        onKeyDown={onKeyDown}
        onBlur={() => plot.current?.pointAt(null)}
      />
      {hover !== null && at !== undefined && (
        <GraphTooltip atMs={at} left={hover.left} width={size.width} top={measures.top} rows={rows(hover.index)} />
      )}
    </>
  );
}
