/** Saves what a graph shows as a file, through the host: a picture, or its points. */
import { hostShell } from '../engine/shell.ts';
import { toastFailure } from '../state/use-action.ts';
import { formatDay, formatMinute, zoneName } from '../ui/format-time.ts';
import { showToast } from '../ui/Toast.tsx';
import { paletteAt, type CanvasPalette } from './canvas.ts';
import type { GraphContent } from './graph-content.ts';
import { paintPicture, pictureHeight } from './paint-picture.ts';
import { fileName, seriesCsv } from './series-csv.ts';

export interface PictureChoice {
  readonly theme: 'dark' | 'light';
  readonly scale: 1 | 2;
}

const WIDTH_PX = 1000;
const PLOT_PX = 360;

export function titleOf({ name, subject }: GraphContent): string {
  return subject === '' ? name : `${subject}: ${name.toLowerCase()}`;
}

function rangeText({ fromMs, toMs }: { readonly fromMs: number; readonly toMs: number }): string {
  const day = (atMs: number): string => `${formatDay(atMs)} ${new Date(atMs).getFullYear()}, ${formatMinute(atMs)}`;
  return `${day(fromMs)} to ${day(toMs)} ${zoneName(toMs)}`;
}

/** Tokens of a theme that the page may not be in: an element with that theme tells them. */
function paletteOfTheme(theme: PictureChoice['theme']): CanvasPalette {
  const probe = document.createElement('div');
  probe.dataset['theme'] = theme;
  document.body.append(probe);
  try {
    return paletteAt(probe);
  } finally {
    probe.remove();
  }
}

/** A PNG of 1,000 px, or twice as many. */
export function drawPicture(content: GraphContent, { theme, scale }: PictureChoice): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = WIDTH_PX * scale;
  canvas.height = pictureHeight(PLOT_PX, content.series.length) * scale;
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('This system gives the page no canvas to draw on.');
  context.scale(scale, scale);
  const text = { title: titleOf(content), range: rangeText(content.model) };
  paintPicture(context, content, text, { width: WIDTH_PX, plotHeight: PLOT_PX }, paletteOfTheme(theme));
  return canvas;
}

async function save(what: string, file: Parameters<ReturnType<typeof hostShell>['saveFile']>[0]): Promise<void> {
  try {
    const { saved } = await hostShell().saveFile(file);
    if (saved) showToast({ title: `${what} saved`, detail: file.name });
  } catch (error) {
    toastFailure(`The ${what.toLowerCase()} was not saved`, error);
  }
}

export async function savePicture(content: GraphContent, choice: PictureChoice): Promise<void> {
  try {
    const address = drawPicture(content, choice).toDataURL('image/png');
    const base64 = address.slice(address.indexOf(',') + 1);
    const name = fileName([content.subject, content.name], content.model.fromMs, 'png');
    await save('Picture', { name, text: base64, encoding: 'base64' });
  } catch (error) {
    toastFailure('The picture was not made', error);
  }
}

export async function saveCsv(content: GraphContent): Promise<void> {
  const name = fileName([content.subject, content.name], content.model.fromMs, 'csv');
  await save('CSV', { name, text: seriesCsv(content.model.atMs, content.columns) });
}
