/** Exact values of one point, for the tooltip and the table. Pure. */
import { UNKNOWN } from '../../shared/units/number-text.ts';
import type { TooltipRow } from './GraphTooltip.tsx';
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

export function trafficColumns(
  view: TrafficView,
  traffic: Traffic,
): readonly { readonly title: string; readonly text: (index: number) => string }[] {
  const column = (title: string, values: Direction['mean']): { title: string; text: (index: number) => string } => ({
    title,
    text: (index) => view.format(values[index] ?? null),
  });
  return [
    column('Out', traffic.out.mean),
    column('Out, highest', traffic.out.max),
    column('In', traffic.in.mean),
    column('In, highest', traffic.in.max),
  ];
}
