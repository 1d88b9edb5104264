/** Exact values of one point, for the tooltip. Pure. */
import type { Comparison } from '../../shared/contract/boards.ts';
import { UNKNOWN } from '../../shared/units/number-text.ts';
import { comparisonWords, indexAt } from './comparison.ts';
import type { GraphModel } from './graph-model.ts';
import type { TooltipRow } from './graph-content.ts';
import type { TrafficView } from './interface-metrics.ts';
import type { Direction, Traffic } from './interface-model.ts';

/** "11.9 to 13.2 Gbit/s": the unit of the lower value stays where it differs. */
export function spread(
  low: number | null,
  high: number | null,
  format: (value: number | null) => string,
): string | undefined {
  if (low === null || high === null || low === high) return undefined;
  const lowText = format(low);
  const highText = format(high);
  if (lowText === highText) return undefined;
  const unit = / [^\d]+$/.exec(highText)?.[0];
  const short = unit !== undefined && lowText.endsWith(unit) ? lowText.slice(0, -unit.length) : lowText;
  return `${short} to ${highText}`;
}

function row(name: 'out' | 'in', direction: Direction, view: TrafficView, index: number): TooltipRow {
  const mean = direction.mean[index] ?? null;
  const min = direction.min[index] ?? null;
  const max = direction.max[index] ?? null;
  return { name, tone: name, text: view.format(mean), detail: spread(min, max, view.format) };
}

export function trafficRows(view: TrafficView, traffic: Traffic, index: number): readonly TooltipRow[] {
  const rows = [row('out', traffic.out, view, index), row('in', traffic.in, view, index)];
  if (rows.every(({ text }) => text === UNKNOWN)) return [{ name: 'gap', tone: 'neutral', text: 'no value' }];
  if (!traffic.suspect(index)) return rows;
  return [...rows, { name: 'suspect', tone: 'suspect', text: 'above 1.2 times the speed' }];
}

export interface GhostPoint {
  readonly compare: Comparison;
  readonly format: (value: number | null) => string;
  readonly model: Pick<GraphModel, 'atMs' | 'stepMs' | 'ghost'>;
  readonly past: { readonly stepMs: number } | undefined;
  readonly index: number;
}

/** What was there then, at the same time of the day. */
export function ghostRows(
  { compare, format, model, past, index }: GhostPoint,
  columns: readonly { readonly name: string; readonly values: readonly (number | null)[] }[],
): readonly TooltipRow[] {
  const at = model.atMs[index];
  if (compare === 'none' || model.ghost === null || at === undefined) return [];
  const place = indexAt(model.ghost.atMs, at, Math.max(model.stepMs, past?.stepMs ?? 0));
  return columns.map(({ name, values }) => ({
    name: `${name}, ${comparisonWords[compare]}`,
    tone: 'past',
    text: format(place === null ? null : (values[place] ?? null)),
  }));
}
