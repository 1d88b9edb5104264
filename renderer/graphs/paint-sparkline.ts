import type { CanvasPalette } from './canvas.ts';
import { sparkPeak, sparkPieces, type SparkPoint } from './spark-shape.ts';

export interface SparkPicture {
  readonly atMs: readonly number[];
  readonly lines: readonly { readonly values: readonly (number | null)[]; readonly tone: 'out' | 'in' | 'neutral' }[];
  readonly fromMs: number;
  readonly toMs: number;
  readonly width: number;
  readonly height: number;
}

const LINE_PX = 1.2;
const AREA_ALPHA = 0.3;

interface Scale {
  readonly zeroY: number;
  readonly y: (value: number) => number;
}

/** Both directions share one scale, so that their sizes compare; `in` lies below the zero line. */
function scales(picture: SparkPicture): { readonly above: Scale; readonly below: Scale } {
  const peakOf = (below: boolean): number =>
    Math.max(
      0,
      ...picture.lines.filter((line) => (line.tone === 'in') === below).map(({ values }) => sparkPeak(values)),
    );
  const up = peakOf(false);
  const down = peakOf(true);
  const room = picture.height - 2 * LINE_PX;
  const total = up + down;
  const pxOf = (value: number): number => (total > 0 ? (value / total) * room : 0);
  const zeroY = LINE_PX + (total > 0 ? pxOf(up) : picture.lines.some((line) => line.tone === 'in') ? room / 2 : room);
  return {
    above: { zeroY, y: (value) => zeroY - pxOf(value) },
    below: { zeroY, y: (value) => zeroY + pxOf(value) },
  };
}

function paintPiece(
  context: CanvasRenderingContext2D,
  points: readonly SparkPoint[],
  scale: Scale,
  colour: string,
): void {
  const trace = (): void => {
    context.beginPath();
    for (const { x, value } of points) context.lineTo(x, scale.y(value));
  };
  trace();
  context.lineTo(points.at(-1)?.x ?? 0, scale.zeroY);
  context.lineTo(points[0]?.x ?? 0, scale.zeroY);
  context.globalAlpha = AREA_ALPHA;
  context.fillStyle = colour;
  context.fill();
  context.globalAlpha = 1;
  trace();
  context.strokeStyle = colour;
  context.lineWidth = LINE_PX;
  context.lineJoin = 'round';
  context.stroke();
}

/** Lines with their areas; a gap stays empty. */
export function paintSparkline(context: CanvasRenderingContext2D, picture: SparkPicture, palette: CanvasPalette): void {
  const { above, below } = scales(picture);
  for (const { values, tone } of picture.lines) {
    const colour = tone === 'neutral' ? palette.text3 : palette[tone];
    for (const points of sparkPieces({ ...picture, values })) {
      paintPiece(context, points, tone === 'in' ? below : above, colour);
    }
  }
}
