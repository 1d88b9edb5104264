/** Width of a label's text in pixels at zoom 1, remembered. */
import { LABEL_FONT } from '../paint/canvas-context.ts';

const MOST_REMEMBERED = 20_000;
const widths = new Map<string, number>();
let context: CanvasRenderingContext2D | null = null;

export function measureText(text: string): number {
  const known = widths.get(text);
  if (known !== undefined) return known;
  context ??= document.createElement('canvas').getContext('2d');
  if (!context) return text.length * 7;
  context.font = LABEL_FONT;
  const { width } = context.measureText(text);
  if (widths.size > MOST_REMEMBERED) widths.clear();
  widths.set(text, width);
  return width;
}

/** After a font came that was not there when a text was measured. */
export function forgetTextWidths(): void {
  widths.clear();
}
