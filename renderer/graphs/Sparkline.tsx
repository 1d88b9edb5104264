import { useEffect, useRef, type ReactNode } from 'react';
import { useLook } from '../ui/token-colour.ts';
import { canvasContext, paletteOf } from './canvas.ts';
import { paintSparkline } from './paint-sparkline.ts';
import styles from './Sparkline.module.css';

export interface SparklineProps {
  /** Start of each point, milliseconds since 1970, ascending. */
  readonly atMs: readonly number[];
  /** One or two lines; a null is a gap and is never bridged. */
  readonly lines: readonly { readonly values: readonly (number | null)[]; readonly tone: 'out' | 'in' | 'neutral' }[];
  /** The stretch of time that the width stands for. */
  readonly fromMs: number;
  readonly toMs: number;
  readonly width: number;
  readonly height: number;
  /** What a screen reader says. */
  readonly label: string;
}

/** A graph inside a row or a tile: no axes, scaled to itself, drawn from what its parent read. */
export function Sparkline(props: SparklineProps): ReactNode {
  const { atMs, lines, fromMs, toMs, width, height, label } = props;
  const canvas = useRef<HTMLCanvasElement>(null);
  const look = useLook();
  useEffect(() => {
    if (canvas.current === null) return;
    const context = canvasContext(canvas.current, width, height);
    if (context !== null) paintSparkline(context, { atMs, lines, fromMs, toMs, width, height }, paletteOf(look));
  }, [atMs, lines, fromMs, toMs, width, height, look]);
  return <canvas ref={canvas} className={styles.canvas} style={{ width, height }} role="img" aria-label={label} />;
}
