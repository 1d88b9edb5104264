/** Axis, lanes, bars, future and the marker of now, on one canvas in CSS pixels. */
import { CANVAS_FONT, paintHatch, type CanvasPalette } from '../graphs/canvas.ts';
import { timeTicks } from '../graphs/time-ticks.ts';
import { formatDay, formatMinute, formatSecond } from '../ui/format-time.ts';
import { laneLabels, type BarLabel } from './bar-labels.ts';
import type { Lane } from './incident-lanes.ts';
import { xOf, type Bar, type BarScale } from './lane-bars.ts';

export const AXIS_PX = 24;
export const LANE_PX = 18;
const BAR_PX = 12;
const LABEL_X = 16;
const TICK_PX = 90;
const EDGE_PX = 2;
const CLOSED_ALPHA = 0.26;
const HOVERED_ALPHA = 0.42;
const LIGHTER_ALPHA = 0.18;
const ROUND_FROM_PX = 8;
const MANY_BARS = 500;
const DIM_ALPHA = 0.45;
const SMALL = `400 10px ${CANVAS_FONT}`;
const SMALL_BOLD = `600 10px ${CANVAS_FONT}`;
const LABEL = `400 11px ${CANVAS_FONT}`;

/** A note, a cause, a saved configuration. */
export interface AxisMark {
  readonly atMs: number;
  readonly of: 'note' | 'configuration';
}

export interface LanesPicture {
  readonly width: number;
  readonly scale: BarScale;
  readonly lanes: readonly Lane[];
  readonly rows: number;
  readonly bars: readonly Bar[];
  readonly marks: readonly AxisMark[];
  readonly nowMs: number;
  /** The moment shown; null is now. */
  readonly playheadMs: number | null;
  readonly hoveredId: number | null;
  readonly selectedId: number | null;
  readonly light: boolean;
  /** False: what is newest here is not now any more. */
  readonly connected: boolean;
}

type Context = CanvasRenderingContext2D;

const crisp = (x: number): number => Math.round(x) + 0.5;
const laneTop = (lane: number): number => AXIS_PX + 1 + lane * LANE_PX;

function line(context: Context, fromX: number, fromY: number, toX: number, toY: number): void {
  context.beginPath();
  context.moveTo(fromX, fromY);
  context.lineTo(toX, toY);
  context.stroke();
}

/** Words of ticks that the marker of now would cover are left out. */
function paintAxis(context: Context, picture: LanesPicture, palette: CanvasPalette): void {
  const { scale, rows, nowMs } = picture;
  const { left, width, fromMs, toMs } = scale;
  const ticks = timeTicks(fromMs, toMs, width, TICK_PX);
  const base = crisp(AXIS_PX);
  context.lineWidth = 1;
  context.strokeStyle = palette.line;
  for (const atMs of ticks.majorMs)
    line(context, crisp(xOf(scale, atMs)), base, crisp(xOf(scale, atMs)), laneTop(rows));
  for (let lane = 1; lane <= rows; lane += 1) {
    line(context, left, crisp(laneTop(lane)) - 1, left + width, crisp(laneTop(lane)) - 1);
  }
  context.strokeStyle = palette.line2;
  line(context, left, base, left + width, base);
  for (const atMs of ticks.minorMs) line(context, crisp(xOf(scale, atMs)), base - 3, crisp(xOf(scale, atMs)), base);
  context.font = SMALL;
  context.textBaseline = 'middle';
  context.textAlign = 'center';
  context.fillStyle = palette.text3;
  const nowX = xOf(scale, picture.playheadMs ?? nowMs);
  for (const { atMs, label } of ticks.labelled) {
    const x = xOf(scale, atMs);
    line(context, crisp(x), base - 5, crisp(x), base);
    const half = context.measureText(label).width / 2;
    if (Math.abs(x - nowX) < half + 40 || x - half < left - 8 || x + half > left + width + 8) continue;
    context.fillText(label, x, 9);
  }
  context.textAlign = 'left';
  context.font = LABEL;
  context.fillText(formatDay(Math.min(toMs, nowMs)), LABEL_X, 9);
}

function paintNames(context: Context, { lanes, scale }: LanesPicture, palette: CanvasPalette): void {
  context.save();
  context.beginPath();
  context.rect(0, 0, scale.left - 8, laneTop(lanes.length));
  context.clip();
  context.font = LABEL;
  context.textAlign = 'left';
  context.textBaseline = 'middle';
  lanes.forEach(({ label, incidents }, index) => {
    context.fillStyle = incidents.length === 0 ? palette.text3 : palette.text2;
    context.fillText(label, LABEL_X, laneTop(index) + LANE_PX / 2 + 0.5);
  });
  context.restore();
}

/** Where begins what is not yet: the future, or in the past all that came after the moment shown. */
function laterFrom({ scale, nowMs, playheadMs }: LanesPicture): number {
  return Math.max(scale.left, xOf(scale, playheadMs ?? nowMs));
}

/** The future, or in the past all that came after the moment shown. */
function paintLater(context: Context, picture: LanesPicture, palette: CanvasPalette): void {
  const { scale, rows } = picture;
  const from = laterFrom(picture);
  const width = scale.left + scale.width - from;
  paintHatch(context, { x: from, y: AXIS_PX + 1, width, height: rows * LANE_PX }, palette.line);
}

/** Round corners cost a path; on a narrow bar, and among very many, nobody sees them. */
function fillBar(context: Context, bar: Bar, y: number, colour: string, alpha: number, roundFromPx: number): void {
  const width = bar.to - bar.from;
  context.globalAlpha = alpha;
  context.fillStyle = colour;
  if (width < roundFromPx) {
    context.fillRect(bar.from, y, width, BAR_PX);
  } else {
    context.beginPath();
    context.roundRect(bar.from, y, width, BAR_PX, 2);
    context.fill();
  }
  context.globalAlpha = 1;
}

function paintBar(context: Context, bar: Bar, picture: LanesPicture, palette: CanvasPalette): void {
  const { severity, id } = bar.incident;
  const hovered = id === picture.hoveredId;
  const y = laneTop(bar.lane) + (LANE_PX - BAR_PX) / 2;
  const width = bar.to - bar.from;
  const round = picture.bars.length > MANY_BARS ? Number.POSITIVE_INFINITY : ROUND_FROM_PX;
  if (bar.open) {
    fillBar(context, bar, y, palette[severity], 1, round);
    if (hovered) fillBar(context, bar, y, palette.text, LIGHTER_ALPHA, round);
  } else {
    fillBar(context, bar, y, palette.chrome, 1, round);
    fillBar(context, bar, y, palette[severity], hovered ? HOVERED_ALPHA : CLOSED_ALPHA, round);
  }
  if (bar.begins && (picture.light || !bar.open)) {
    context.fillStyle = picture.light ? palette[`${severity}Text`] : palette[severity];
    context.fillRect(bar.from, y, Math.min(EDGE_PX, width), BAR_PX);
  }
  if (id !== picture.selectedId) return;
  context.strokeStyle = palette.accent;
  context.lineWidth = 2;
  context.beginPath();
  context.roundRect(bar.from - 1, y - 1, width + 2, BAR_PX + 2, 3);
  context.stroke();
}

function labelColour({ bar, inside }: BarLabel, picture: LanesPicture, palette: CanvasPalette): string {
  const lit = bar.incident.id === picture.hoveredId || bar.incident.id === picture.selectedId;
  if (!inside) return lit || bar.open ? palette.text : palette.text2;
  if (!bar.open) return palette.text;
  if (!picture.light) return palette.onMark;
  return bar.incident.severity === 'critical' ? palette.onMark : palette.text;
}

/** Setting type is the dearest part of a drawing: each text once. */
function measureOnce(context: Context): (text: string) => number {
  const widths = new Map<string, number>();
  return (text) => {
    const known = widths.get(text);
    if (known !== undefined) return known;
    const { width } = context.measureText(text);
    widths.set(text, width);
    return width;
  };
}

function paintLabels(context: Context, picture: LanesPicture, palette: CanvasPalette): void {
  const { bars, lanes, scale, nowMs } = picture;
  const end = Math.max(scale.left, Math.min(xOf(scale, nowMs) - 2, scale.left + scale.width));
  context.textAlign = 'left';
  context.textBaseline = 'middle';
  lanes.forEach((_, lane) => {
    const own = bars.filter((bar) => bar.lane === lane);
    context.font = SMALL_BOLD;
    const labels = laneLabels(own, { from: scale.left, to: end }, measureOnce(context));
    for (const label of labels) {
      context.font = label.bar.open ? SMALL_BOLD : SMALL;
      context.fillStyle = labelColour(label, picture, palette);
      context.fillText(label.text, label.x, laneTop(lane) + LANE_PX / 2 + 0.5);
    }
  });
}

/** In the past what came later is there, but steps back. */
function dimLater(context: Context, picture: LanesPicture, palette: CanvasPalette): void {
  if (picture.playheadMs === null) return;
  const { scale, rows } = picture;
  const from = laterFrom(picture);
  context.globalAlpha = DIM_ALPHA;
  context.fillStyle = palette.chrome;
  context.fillRect(from, AXIS_PX + 1, scale.left + scale.width - from, rows * LANE_PX);
  context.globalAlpha = 1;
}

/** On the line of the axis: a square for a saved configuration, a speech mark (a triangle) for what people wrote. */
function paintMarks(context: Context, { marks, scale }: LanesPicture, palette: CanvasPalette): void {
  context.fillStyle = palette.text3;
  const base = AXIS_PX - 1;
  for (const { atMs, of } of marks) {
    const x = Math.round(xOf(scale, atMs));
    if (x < scale.left || x > scale.left + scale.width) continue;
    context.beginPath();
    if (of === 'configuration') context.rect(x - 2, base - 4, 4, 4);
    else {
      context.moveTo(x - 3, base - 5);
      context.lineTo(x + 3, base - 5);
      context.lineTo(x, base);
    }
    context.fill();
  }
}

/** A line through all lanes and a pill with the time; of now a thin one, while another moment is shown. */
function paintNow(context: Context, { scale, rows, nowMs, playheadMs }: LanesPicture, palette: CanvasPalette): void {
  if (playheadMs === null) return;
  const x = Math.round(xOf(scale, nowMs));
  if (x < scale.left || x > scale.left + scale.width) return;
  context.fillStyle = palette.accent;
  context.fillRect(x, AXIS_PX, 1, rows * LANE_PX);
}

/** A line through all lanes and a pill with the time. */
function paintMarker(context: Context, picture: LanesPicture, palette: CanvasPalette): void {
  const { scale, rows, nowMs, playheadMs, connected } = picture;
  const past = playheadMs !== null;
  const x = xOf(scale, playheadMs ?? nowMs);
  if (x < scale.left - 1 || x > scale.left + scale.width + 1) return;
  context.fillStyle = past ? palette.past : connected ? palette.accent : palette.text3;
  context.fillRect(Math.round(x) - 1, 17, 2, laneTop(rows) - 17);
  const text = past ? formatSecond(playheadMs) : `${formatMinute(nowMs)} ${connected ? 'now' : 'no data'}`;
  context.font = `600 10px ${CANVAS_FONT}`;
  const width = Math.ceil(context.measureText(text).width) + 16;
  const left = Math.min(x - width / 2, picture.width - width - 2);
  context.fillStyle = past ? palette.pastFill : connected ? palette.accentFill : palette.chrome;
  context.beginPath();
  context.roundRect(left, 0, width, 17, 4);
  context.fill();
  context.fillStyle = past || connected ? palette.onAccent : palette.text2;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillText(text, left + width / 2, 9);
}

export function paintLanes(context: Context, picture: LanesPicture, palette: CanvasPalette): void {
  paintAxis(context, picture, palette);
  paintNames(context, picture, palette);
  paintLater(context, picture, palette);
  paintMarks(context, picture, palette);
  for (const bar of picture.bars) paintBar(context, bar, picture, palette);
  paintLabels(context, picture, palette);
  dimLater(context, picture, palette);
  paintNow(context, picture, palette);
  paintMarker(context, picture, palette);
}
