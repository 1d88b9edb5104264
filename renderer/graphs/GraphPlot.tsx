import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { pointAtMoment } from '../state/hovered-moment.ts';
import { useKeySentence } from '../shell/key-text.ts';
import { isKeyOf } from '../state/keymap.ts';
import type { Size } from '../ui/use-size.ts';
import { paletteOf } from './canvas.ts';
import { CrosshairLine } from './CrosshairLine.tsx';
import type { GraphContent } from './graph-content.ts';
import { GraphTooltip } from './GraphTooltip.tsx';
import { openPlot, type Plot } from './open-plot.ts';
import type { PlotMeasures } from './plot-axes.ts';
import { useCanvasLook } from './use-canvas-look.ts';
import type { Zoom } from './use-zoom.ts';
import styles from './Graph.module.css';

export interface GraphPlotProps {
  readonly content: GraphContent;
  readonly measures: PlotMeasures;
  readonly zoom: Zoom;
  readonly size: Size;
  /** Undefined where it fills the window already. */
  readonly onFullScreen: (() => void) | undefined;
}

interface Hover {
  readonly index: number;
  readonly left: number;
}

const ZOOM_STEP = 0.5;
const MOVE_SHARE = 0.25;
const OWN_KEYS = {
  'graph.zoom-in': 'zooms in',
  'graph.zoom-out': 'zooms out',
  'graph.whole': 'shows all',
  'graph.full': 'fills the window',
} as const;
const HINT = 'Arrows read values, Shift with arrows moves, Backspace goes back to the last zoom.';

/** The drawing itself with crosshair, tooltip and zoom; by pointer and by keys. */
export function GraphPlot({ content, measures, zoom, size, onFullScreen }: GraphPlotProps): ReactNode {
  const { model, style } = content;
  const id = useId();
  const host = useRef<HTMLDivElement>(null);
  const plot = useRef<Plot | null>(null);
  const [hover, setHover] = useState<Hover | null>(null);
  const palette = paletteOf(useCanvasLook());
  const newest = useRef({ model, zoom, palette, size });
  const ready = size.width > 0 && size.height > 0;
  const fills = onFullScreen === undefined;

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
        onHover: (next) => {
          setHover(next);
          pointAtMoment(id, next === null ? null : (newest.current.model.atMs[next.index] ?? null));
        },
        onDrag: (fromMs, toMs) => newest.current.zoom.drag(fromMs, toMs),
        onReset: () => newest.current.zoom.reset(),
      },
    });
    plot.current = opened;
    return () => {
      opened.close();
      plot.current = null;
      pointAtMoment(id, null);
    };
  }, [ready, style, measures, id]);
  // It is laid out only after the window it fills has opened: nothing was there yet to be given the focus.
  useEffect(() => {
    if (ready && fills) host.current?.focus();
  }, [ready, fills]);
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
  const keys: Readonly<Record<string, (() => void) | undefined>> = {
    Backspace: zoom.back,
    ArrowLeft: () => point(hover === null ? model.atMs.length - 1 : hover.index - 1),
    ArrowRight: () => point(hover === null ? 0 : hover.index + 1),
    'Shift+ArrowLeft': () => zoom.move(-MOVE_SHARE),
    'Shift+ArrowRight': () => zoom.move(MOVE_SHARE),
    Home: () => point(0),
    End: () => point(model.atMs.length - 1),
  };
  const own = useKeySentence(OWN_KEYS);
  const ownKey = (event: KeyboardEvent): (() => void) | undefined => {
    if (isKeyOf('graph.zoom-in', event)) return () => zoom.by(ZOOM_STEP, middleMs());
    if (isKeyOf('graph.zoom-out', event)) return () => zoom.by(1 / ZOOM_STEP, middleMs());
    if (isKeyOf('graph.whole', event)) return zoom.reset;
    return isKeyOf('graph.full', event) ? onFullScreen : undefined;
  };
  const fixedKey = (event: KeyboardEvent): (() => void) | undefined => {
    if (event.ctrlKey || event.metaKey || event.altKey) return undefined;
    const key = event.shiftKey && event.key.startsWith('Arrow') ? `Shift+${event.key}` : event.key;
    return key === 'Escape' && hover !== null ? () => plot.current?.pointAt(null) : keys[key];
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const run = ownKey(event) ?? fixedKey(event);
    if (run === undefined) return;
    event.preventDefault();
    // Escape takes the crosshair away first, and only then what lies around the graph.
    event.stopPropagation();
    run();
  };
  const at = hover === null ? undefined : model.atMs[hover.index];
  const width = size.width - measures.left - measures.right;
  return (
    <>
      <div
        ref={host}
        className={styles.canvas}
        role="application"
        aria-roledescription="graph"
        aria-label={`${content.spoken} ${HINT} ${own}`}
        tabIndex={0}
        onKeyDown={onKeyDown}
        onBlur={() => plot.current?.pointAt(null)}
      />
      <CrosshairLine
        fromMs={model.fromMs}
        toMs={model.toMs}
        left={measures.left}
        width={width}
        top={measures.top}
        bottom={measures.bottom}
        own={id}
      />
      {hover !== null && at !== undefined && (
        <GraphTooltip
          atMs={at}
          left={hover.left}
          width={size.width}
          top={measures.top}
          rows={content.rows(hover.index)}
        />
      )}
    </>
  );
}
