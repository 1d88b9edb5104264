/** What a graph of one interface says. Pure. */
import type { Comparison } from '../../shared/contract/boards.ts';
import { comparisonWords } from './comparison.ts';
import type { DataColumn, GraphContent, LegendSeries, LegendSign } from './graph-content.ts';
import { interfaceModel, trafficOf, type InterfaceModelInput, type Traffic } from './interface-model.ts';
import type { TrafficView } from './interface-metrics.ts';
import { mirroredStyle } from './plot-style.ts';
import { summary } from './summary.ts';
import { ghostRows, trafficRows } from './traffic-rows.ts';

const sharedSigns: readonly LegendSign[] = [
  { text: 'min to max', sign: 'band', tone: 'neutral' },
  { text: '95th percentile', sign: 'dash', tone: 'neutral' },
];

export function ghostSigns(compare: Comparison): readonly LegendSign[] {
  return compare === 'none' ? [] : [{ text: comparisonWords[compare], sign: 'ghost', tone: 'past' }];
}

function seriesOf(traffic: Traffic, view: TrafficView): readonly LegendSeries[] {
  return (['out', 'in'] as const).map((tone) => {
    const { mean, max, p95 } = traffic[tone];
    const name = tone === 'out' ? 'Out' : 'In';
    return { key: tone, name, tone, alpha: 1, means: mean, highest: max, p95, format: view.format };
  });
}

function columnsOf({ out, in: into }: Traffic, { unit, format }: TrafficView): readonly DataColumn[] {
  return [
    { title: 'Out', unit, format, values: out.mean },
    { title: 'Out, lowest', unit, format, values: out.min },
    { title: 'Out, highest', unit, format, values: out.max },
    { title: 'In', unit, format, values: into.mean },
    { title: 'In, lowest', unit, format, values: into.min },
    { title: 'In, highest', unit, format, values: into.max },
  ];
}

export function interfaceContent(input: InterfaceModelInput, subject: string): GraphContent {
  const { view, compare = 'none', past, percentile = 'both' } = input;
  const model = interfaceModel(input);
  const traffic = trafficOf(input);
  const before = trafficOf({ ...input, series: past });
  const spoken = summary(view.name, model, { up: 'out', down: 'in', format: view.format });
  return {
    name: view.name,
    subject,
    model,
    style: mirroredStyle,
    series: seriesOf(traffic, view),
    signs: [...sharedSigns.filter(({ sign }) => sign !== 'dash' || percentile !== 'none'), ...ghostSigns(compare)],
    columns: columnsOf(traffic, view),
    rows: (index) => [
      ...trafficRows(view, traffic, index),
      ...ghostRows({ compare, format: view.format, model, past, index }, [
        { name: 'out', values: before.out.mean },
        { name: 'in', values: before.in.mean },
      ]),
    ],
    spoken,
  };
}
