/** Small tools for drawing on a canvas in CSS pixels. */
export const CANVAS_FONT = '"Inter Variable", system-ui, sans-serif';

/** Gives the canvas its size in device pixels and a context that counts in CSS pixels; null where there is none. */
export function canvasContext(
  canvas: HTMLCanvasElement,
  width: number,
  height: number,
): CanvasRenderingContext2D | null {
  const ratio = window.devicePixelRatio;
  const pixelWidth = Math.round(width * ratio);
  const pixelHeight = Math.round(height * ratio);
  if (canvas.width !== pixelWidth) canvas.width = pixelWidth;
  if (canvas.height !== pixelHeight) canvas.height = pixelHeight;
  const context = canvas.getContext('2d');
  context?.setTransform(ratio, 0, 0, ratio, 0, 0);
  context?.clearRect(0, 0, width, height);
  return context;
}

const HATCH_PX = 6;

/** Diagonal lines in a box, joined across boxes because they start from one origin. */
export function paintHatch(
  context: CanvasRenderingContext2D,
  box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
  colour: string,
): void {
  const { x, y, width, height } = box;
  if (width <= 0 || height <= 0) return;
  context.save();
  context.beginPath();
  context.rect(x, y, width, height);
  context.clip();
  context.beginPath();
  const first = Math.floor((x + y) / HATCH_PX) * HATCH_PX;
  for (let sum = first; sum < x + width + y + height; sum += HATCH_PX) {
    context.moveTo(sum - y, y);
    context.lineTo(sum - y - height, y + height);
  }
  context.strokeStyle = colour;
  context.lineWidth = 1;
  context.stroke();
  context.restore();
}

const names = {
  out: '--graph-out',
  in: '--graph-in',
  text: '--text',
  text2: '--text2',
  text3: '--text3',
  line: '--line',
  line2: '--line2',
  line3: '--line3',
  panel: '--panel',
  canvas: '--canvas',
  chrome: '--chrome',
  hover: '--hover',
  accent: '--accent',
  accentFill: '--accent-fill',
  onAccent: '--on-accent',
  past: '--past',
  pastFill: '--past-fill',
  up: '--state-up',
  degraded: '--state-degraded',
  degradedText: '--state-degraded-text',
  degradedEdge: '--state-degraded-edge',
  degradedGlyph: '--state-degraded-glyph',
  down: '--state-down',
  suspect: '--state-suspect',
  unreachable: '--state-unreachable',
  maintenance: '--state-maintenance',
  unknown: '--state-unknown',
  blind: '--state-blind',
  onMark: '--on-mark',
  critical: '--severity-critical-bar',
  major: '--severity-major-bar',
  minor: '--severity-minor-bar',
  info: '--severity-info-bar',
  criticalText: '--severity-critical',
  majorText: '--severity-major',
  minorText: '--severity-minor',
  infoText: '--severity-info',
} as const satisfies Record<string, `--${string}`>;

export type CanvasPalette = Readonly<Record<keyof typeof names, string>>;

/** As #rrggbb whatever the style sheet wrote (a build shortens #66aaff to #6af): an alpha may be appended. */
function sixDigits(colour: string, context: CanvasRenderingContext2D | null): string {
  if (context === null) return colour;
  context.fillStyle = colour;
  return typeof context.fillStyle === 'string' ? context.fillStyle : colour;
}

let last: { readonly look: string; readonly palette: CanvasPalette } | null = null;

/** Values of the tokens as they hold at an element: a piece of page may have a theme of its own. */
export function paletteAt(element: Element): CanvasPalette {
  const style = getComputedStyle(element);
  const context = document.createElement('canvas').getContext('2d');
  const values = Object.entries(names).map(
    ([name, token]) => [name, sixDigits(style.getPropertyValue(token).trim(), context)] as const,
  );
  return Object.fromEntries(values) as CanvasPalette;
}

/** Values of the tokens in this look (useLook()); read once a look, because there are many small graphs. */
export function paletteOf(look: string): CanvasPalette {
  if (last?.look !== look) last = { look, palette: paletteAt(document.documentElement) };
  return last.palette;
}
